package io.visitbot.meeting.instantconnect;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import io.visitbot.platform.ApiClient;
import io.visitbot.platform.Secret;

/**
 * Opens temporary spaces. The token that comes with one is a person's access to it: it is remembered for ten minutes in
 * memory and kept nowhere. Only a visit that the store shows as standing is worked on with it, and another instance opens the
 * space again, so an old one does no harm.
 */
class Spaces {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final ApiClient api;
    private final InstantConnectSettings settings;
    private final Cache<String, Secret> tokens;

    Spaces(ApiClient api, InstantConnectSettings settings, Ticker ticker) {
        this.api = api;
        this.settings = settings;
        this.tokens = Caffeine.newBuilder().expireAfterWrite(Duration.ofMinutes(10)).maximumSize(10_000).ticker(ticker)
                .build();
    }

    /** Opens the space that a host's cipher leads to, or finds it again. */
    Mono<Space> open(String hostCipher) {
        return api.exchange(HttpMethod.GET,
                web -> web.get().uri(address(hostCipher))
                        .header(HttpHeaders.AUTHORIZATION, "Bearer " + settings.token().secret().value()),
                response -> response.bodyToMono(String.class).defaultIfEmpty("").map(Spaces::read))
                .doOnNext(this::remember);
    }

    /** The space, where its token is still remembered. */
    @Nullable
    Space remembered(String id) {
        Secret token = tokens.getIfPresent(id);
        return token == null ? null : new Space(id, token);
    }

    private void remember(Space space) {
        if (space.token() != null) {
            tokens.put(space.id(), space.token());
        }
    }

    private URI address(String cipher) {
        String configured = settings.space().toString();
        int query = configured.indexOf('?');
        String kept = query < 0
                ? ""
                : Stream.of(configured.substring(query + 1).split("&"))
                        .filter(parameter -> !parameter.isEmpty() && !parameter.matches("(int|data)(=.*)?"))
                        .map(parameter -> parameter + "&").collect(Collectors.joining());
        return URI.create((query < 0 ? configured : configured.substring(0, query)) + "?" + kept + "int=jose&data="
                + URLEncoder.encode(cipher, StandardCharsets.UTF_8));
    }

    private static Space read(String answer) {
        JsonNode root = JSON.readTree(answer);
        String id = root.path("spaceId").asString("");
        String token = root.path("token").asString("");
        if (id.isBlank()) {
            throw Encryption.unreadable();
        }
        return new Space(id, token.isBlank() ? null : new Secret(token));
    }

    /** A temporary space, and what opens it. */
    record Space(String id, @Nullable Secret token) {
    }
}
