package io.visitbot.sandbox.faults;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;

import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpRequestDecorator;
import org.springframework.http.server.reactive.ServerHttpResponse;
import reactor.core.publisher.Mono;
import reactor.netty.Connection;
import reactor.netty.http.server.HttpServerRequest;
import tools.jackson.databind.json.JsonMapper;

import io.visitbot.sandbox.journal.Fields;

/** Answers in the services' own error bodies, or cuts the connection. */
final class FaultAnswer {

    private final Supplier<UUID> ids;

    FaultAnswer(Supplier<UUID> ids) {
        this.ids = ids;
    }

    Mono<Void> status(ServerHttpResponse response, Fault fault) {
        String tracking = "ROUTERGW_" + ids.get();
        response.setStatusCode(HttpStatusCode.valueOf(fault.status()));
        HttpHeaders headers = response.getHeaders();
        headers.setContentType(MediaType.APPLICATION_JSON);
        headers.set("trackingId", tracking);
        if (fault.retryAfter() != null) {
            headers.set(HttpHeaders.RETRY_AFTER, fault.retryAfter().toString());
        }
        byte[] body = JsonMapper.shared().writeValueAsString(body(fault, tracking)).getBytes(StandardCharsets.UTF_8);
        DataBuffer buffer = response.bufferFactory().wrap(body);
        return response.writeWith(Mono.just(buffer));
    }

    private static Map<String, Object> body(Fault fault, String tracking) {
        String sentence = fault.status() == 429 ? "Too many requests." : "Something went wrong.";
        int code = fault.status() == 429 ? 20429 : 20500;
        return "twilio".equals(fault.service())
                ? Fields.of("code", code, "message", sentence, "more_info",
                        "https://www.twilio.com/docs/errors/" + code,
                        "status", fault.status())
                : Fields.of("message", sentence, "errors", List.of(Map.of("description", sentence)), "trackingId",
                        tracking);
    }

    /** Closes the connection without an answer; what runs for it is cancelled by that. */
    static Mono<Void> cut(ServerHttpRequest request) {
        Object server = ServerHttpRequestDecorator.getNativeRequest(request);
        return Mono.defer(() -> {
            if (server instanceof HttpServerRequest netty) {
                netty.withConnection(Connection::dispose);
            }
            return Mono.never();
        });
    }
}
