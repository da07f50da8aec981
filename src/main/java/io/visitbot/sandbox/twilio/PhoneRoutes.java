package io.visitbot.sandbox.twilio;

import java.util.Map;

import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;

import io.visitbot.sandbox.journal.Triggers;
import io.visitbot.sandbox.journal.Wrong;

/** What somebody with a phone can do. */
final class PhoneRoutes {

    private final Texts texts;

    PhoneRoutes(Texts texts) {
        this.texts = texts;
    }

    RouterFunction<ServerResponse> routes() {
        return Triggers.routes(
                api -> api.POST("/phones/{number}/reply", this::reply).POST("/phones/{number}/landline",
                        this::landline));
    }

    private static String number(ServerRequest request) {
        String number = request.pathVariable("number").replace(" ", "");
        if (!number.matches("\\+?\\d{7,15}")) {
            throw new Wrong(400, "This is not a phone number.");
        }
        return number.startsWith("+") ? number : "+" + number;
    }

    private Mono<ServerResponse> reply(ServerRequest request) {
        return Triggers.read(request).flatMap(json -> Triggers
                .ok(Map.of("sid", texts.reply(number(request), Triggers.required(json, "body")).sid())));
    }

    private Mono<ServerResponse> landline(ServerRequest request) {
        return Triggers.read(request).flatMap(json -> {
            texts.landline(number(request), json.path("on").asBoolean(true));
            return Triggers.ok(Triggers.done());
        });
    }
}
