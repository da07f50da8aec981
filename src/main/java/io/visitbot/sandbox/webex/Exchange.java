package io.visitbot.sandbox.webex;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;

import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

import io.visitbot.sandbox.journal.Fields;

/** How the pretend Webex talks HTTP: tokens in, JSON and tracking ids out, refusals in the real error body. */
final class Exchange {

    private static final String BEARER = "Bearer ";

    private final Supplier<UUID> ids;
    private final People people;

    Exchange(Supplier<UUID> ids, People people) {
        this.ids = ids;
        this.people = people;
    }

    Person caller(ServerRequest request) {
        String header = String.valueOf(request.headers().firstHeader(HttpHeaders.AUTHORIZATION));
        String token = header.startsWith(BEARER) ? header.substring(BEARER.length()).strip() : "";
        return people.byToken(token).orElseThrow(Refusal::unauthorized);
    }

    /** The body of a request whose sender is known and which is JSON. */
    Mono<ServerResponse> json(ServerRequest request, Function<JsonNode, Mono<ServerResponse>> answer) {
        caller(request);
        MediaType type = request.headers().contentType().orElse(MediaType.APPLICATION_OCTET_STREAM);
        if (!type.isCompatibleWith(MediaType.APPLICATION_JSON)) {
            throw Refusal.unsupportedMediaType();
        }
        return request.bodyToMono(byte[].class).defaultIfEmpty(new byte[0]).map(Json::read).flatMap(answer);
    }

    Mono<ServerResponse> ok(Object body) {
        return answer(200).contentType(MediaType.APPLICATION_JSON).bodyValue(body);
    }

    Mono<ServerResponse> accepted(Object body) {
        return answer(202).contentType(MediaType.APPLICATION_JSON).bodyValue(body);
    }

    Mono<ServerResponse> noContent() {
        return answer(204).build();
    }

    /** A page of items, with a Link header when there are more after it. */
    Mono<ServerResponse> page(ServerRequest request, List<Map<String, Object>> all, int defaultMax) {
        int max = number(request, "max", defaultMax);
        int from = Math.min(number(request, "cursor", 0), all.size());
        int to = Math.min(all.size(), from + Math.max(1, max));
        ServerResponse.BodyBuilder answer = answer(200).contentType(MediaType.APPLICATION_JSON);
        if (to < all.size()) {
            answer.header(HttpHeaders.LINK, "<" + next(request, to) + ">; rel=\"next\"");
        }
        return answer.bodyValue(Map.of("items", all.subList(from, to)));
    }

    private static URI next(ServerRequest request, int cursor) {
        return request.uriBuilder().replaceQueryParam("cursor", cursor).build();
    }

    private static int number(ServerRequest request, String name, int otherwise) {
        try {
            return request.queryParam(name).map(Integer::valueOf).filter(n -> n >= 0).orElse(otherwise);
        } catch (NumberFormatException wrong) {
            throw Refusal.badRequest(name + " must be a number.");
        }
    }

    Mono<ServerResponse> refused(Refusal refusal) {
        String tracking = tracking();
        return ServerResponse.status(refusal.status()).header("trackingId", tracking)
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(Fields.of("message", refusal.summary(), "errors",
                        List.of(Map.of("description", refusal.sentence())), "trackingId", tracking));
    }

    private ServerResponse.BodyBuilder answer(int status) {
        return ServerResponse.status(status).header("trackingId", tracking());
    }

    private String tracking() {
        return "ROUTERGW_" + ids.get();
    }
}
