package io.visitbot.meeting.instantconnect;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import io.visitbot.meeting.instantconnect.Link.Links;
import io.visitbot.platform.ApiClient;
import io.visitbot.platform.ApiException;
import io.visitbot.visit.MeetingEngine.Order;

/** Has Instant Connect make links: as many as asked for, by as many calls as that takes, all into the same room. */
class Encryption {

    private static final int MOST_PER_CALL = 25;
    private static final Duration SKEW = Duration.ofMinutes(1);
    /** The same subject is the same room, so that this POST may be repeated like a PUT. */
    private static final HttpMethod REPEATABLE = HttpMethod.PUT;

    private final ApiClient api;
    private final InstantConnectSettings settings;
    private final Clock clock;

    Encryption(ApiClient api, InstantConnectSettings settings, Clock clock) {
        this.api = api;
        this.settings = settings;
        this.clock = clock;
    }

    Mono<Links> links(Order order, int hosts, int guests) {
        return Flux.fromIterable(batches(hosts, guests)).concatMap(batch -> call(order, batch))
                .reduce(new Links(List.of(), List.of()), Encryption::joined)
                .filter(links -> links.hosts().size() >= hosts && links.guests().size() >= guests)
                .switchIfEmpty(Mono.error(() -> unreadable()))
                .map(links -> new Links(links.hosts().subList(0, hosts), links.guests().subList(0, guests)));
    }

    private Mono<Links> call(Order order, Batch batch) {
        return api.exchange(REPEATABLE,
                web -> web.post().uri(settings.api()).contentType(MediaType.APPLICATION_JSON)
                        .header(HttpHeaders.AUTHORIZATION, "Bearer " + settings.token().secret().value())
                        .bodyValue(body(order, batch)),
                response -> response.bodyToMono(String.class).defaultIfEmpty("").map(EncryptedLinks::read));
    }

    private Map<String, Object> body(Order order, Batch batch) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("aud", settings.audience());
        body.put("jwt", claims(order));
        if (!settings.isFirstVersion()) {
            body.put("numHost", batch.hosts());
            body.put("numGuest", batch.guests());
            body.put("provideShortUrls", true);
            body.put("verticalType", "hc");
            body.put("loginUrlForHost", true);
        }
        return body;
    }

    private Map<String, Object> claims(Order order) {
        Map<String, Object> claims = new LinkedHashMap<>();
        claims.put("sub", settings.subject(order.subject()));
        claims.put("nbf", clock.instant().minus(SKEW).getEpochSecond());
        claims.put("exp", order.until().getEpochSecond());
        if (!order.devices().isEmpty()) {
            claims.put("flow", Map.of("id", "sip-no-knock", "data",
                    order.devices().stream().map(device -> Map.of("uri", device)).toList()));
        }
        return claims;
    }

    private List<Batch> batches(int hosts, int guests) {
        int mostHosts = settings.isFirstVersion() ? 1 : MOST_PER_CALL;
        List<Batch> batches = new ArrayList<>();
        int hostsLeft = hosts;
        int guestsLeft = guests;
        while (hostsLeft > 0 || guestsLeft > 0) {
            int host = Math.min(hostsLeft, mostHosts);
            int guest = Math.min(guestsLeft, settings.isFirstVersion() ? 1 : MOST_PER_CALL - host);
            batches.add(new Batch(host, guest));
            hostsLeft -= host;
            guestsLeft -= guest;
        }
        return batches;
    }

    private static Links joined(Links first, Links second) {
        return new Links(appended(first.hosts(), second.hosts()), appended(first.guests(), second.guests()));
    }

    private static List<Link> appended(List<Link> first, List<Link> second) {
        List<Link> all = new ArrayList<>(first);
        all.addAll(second);
        return all;
    }

    static ApiException unreadable() {
        return ApiException.of(InstantConnectEngineConfiguration.API, ApiException.Kind.UNREADABLE).build();
    }

    private record Batch(int hosts, int guests) {
    }
}
