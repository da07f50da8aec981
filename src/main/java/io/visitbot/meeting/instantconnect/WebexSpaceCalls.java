package io.visitbot.meeting.instantconnect;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.web.reactive.function.client.WebClient;
import org.springframework.web.reactive.function.client.WebClient.RequestHeadersSpec;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import io.visitbot.platform.ApiClient;
import io.visitbot.platform.Secret;

/** The same over HTTP. */
class WebexSpaceCalls implements SpaceCalls {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Duration AHEAD = Duration.ofMinutes(1);
    private static final Duration WINDOW = Duration.ofMinutes(20);
    /** A member who is in already is told apart by a 409, so that adding may be repeated like a PUT. */
    private static final HttpMethod REPEATABLE = HttpMethod.PUT;

    private final Function<Secret, ApiClient> api;
    private final URI base;
    private final Clock clock;

    /** @param api the way for calls with a token */
    WebexSpaceCalls(Function<Secret, ApiClient> api, URI base, Clock clock) {
        this.api = api;
        this.base = base;
        this.clock = clock;
    }

    @Override
    public Mono<Dialing> meetingInfo(String space, Secret token) {
        URI url = at("/rooms/" + URLEncoder.encode(space, StandardCharsets.UTF_8) + "/meetingInfo");
        return dialing(HttpMethod.GET, token,
                web -> web.get().uri(url).header(HttpHeaders.AUTHORIZATION, bearer(token)));
    }

    @Override
    public Mono<Dialing> meeting(String space, Secret token) {
        Instant start = clock.instant().plus(AHEAD).truncatedTo(ChronoUnit.SECONDS);
        return dialing(HttpMethod.POST, token, post("/meetings", token, Map.of("adhoc", true, "roomId", space, "title",
                "Video visit", "start", start.toString(), "end", start.plus(WINDOW).toString())));
    }

    @Override
    public Mono<Void> addMember(String space, String email, Secret token) {
        return api.apply(token).call(REPEATABLE,
                post("/memberships", token, Map.of("roomId", space, "personEmail", email)),
                Void.class);
    }

    private Mono<Dialing> dialing(HttpMethod verb, Secret token, Function<WebClient, RequestHeadersSpec<?>> request) {
        return api.apply(token).exchange(verb, request,
                response -> response.bodyToMono(String.class).map(WebexSpaceCalls::read));
    }

    private static Dialing read(String answer) {
        JsonNode info = JSON.readTree(answer);
        return new Dialing(text(info, "sipAddress"), text(info, "meetingNumber"));
    }

    private Function<WebClient, RequestHeadersSpec<?>> post(String path, Secret token, Map<String, Object> body) {
        return web -> web.post().uri(at(path)).header(HttpHeaders.AUTHORIZATION, bearer(token))
                .contentType(MediaType.APPLICATION_JSON).bodyValue(body);
    }

    private URI at(String path) {
        return URI.create(base + path);
    }

    private static String bearer(Secret token) {
        return "Bearer " + token.value();
    }

    private static @Nullable String text(JsonNode info, String field) {
        String value = info.path(field).asString("");
        return value.isBlank() ? null : value;
    }
}
