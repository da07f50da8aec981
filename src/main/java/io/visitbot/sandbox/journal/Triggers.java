package io.visitbot.sandbox.journal;

import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.reactive.function.server.HandlerFunction;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the page and tests can do, under {@code /sandbox/api}: JSON in, JSON out, refusals as one sentence. */
public final class Triggers {

    private Triggers() {
    }

    /** Routes under {@code /sandbox/api}. */
    public static RouterFunction<ServerResponse> routes(Consumer<RouterFunctions.Builder> routes) {
        return RouterFunctions.route()
                .path("/sandbox/api", api -> routes.accept(api.filter((request, next) -> Mono
                        .defer(() -> next.handle(request)).onErrorResume(Wrong.class, Triggers::problem))))
                .build();
    }

    /** Does something with the request's JSON object and answers with what that gives. */
    public static HandlerFunction<ServerResponse> with(Function<JsonNode, Object> action) {
        return request -> read(request).flatMap(json -> ok(action.apply(json)));
    }

    /** The request's JSON object, empty when there is no body. */
    public static Mono<JsonNode> read(ServerRequest request) {
        return request.bodyToMono(byte[].class).defaultIfEmpty(new byte[0]).map(Triggers::parse);
    }

    private static JsonNode parse(byte[] body) {
        try {
            JsonNode json = JsonMapper.shared().readTree(body.length == 0 ? new byte[]{'{', '}'} : body);
            if (json.isObject()) {
                return json;
            }
        } catch (JacksonException malformed) {
            throw new Wrong(400, "The body is not valid JSON.");
        }
        throw new Wrong(400, "The body is not a JSON object.");
    }

    /** 200 with a JSON body. */
    public static Mono<ServerResponse> ok(Object body) {
        return ServerResponse.ok().contentType(MediaType.APPLICATION_JSON).bodyValue(body);
    }

    /** 200 with an empty object. */
    public static Map<String, Object> done() {
        return Map.of();
    }

    /** A member of the body that must be there. */
    public static String required(JsonNode json, String name) {
        String value = optional(json, name);
        if (value == null || value.isBlank()) {
            throw new Wrong(400, "Please give " + name + ".");
        }
        return value;
    }

    /** A member of the body, null when it is not there. */
    public static @Nullable String optional(JsonNode json, String name) {
        JsonNode value = json.path(name);
        return value.isMissingNode() || value.isNull() ? null : value.asString("");
    }

    private static Mono<ServerResponse> problem(Wrong wrong) {
        return ServerResponse.status(wrong.status()).contentType(MediaType.APPLICATION_JSON)
                .bodyValue(Map.of("message", wrong.sentence()));
    }
}
