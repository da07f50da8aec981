package io.visitbot.sandbox.faults;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.ServerResponse;
import tools.jackson.databind.JsonNode;

import io.visitbot.sandbox.journal.Triggers;
import io.visitbot.sandbox.journal.Wrong;

/** Orders trouble and clears it. */
final class FaultRoutes {

    private static final Set<String> SERVICES = Set.of("webex", "instantconnect", "twilio");
    private static final int MAX_MS = 120_000;

    private final Faults faults;
    private final Supplier<UUID> ids;

    FaultRoutes(Faults faults, Supplier<UUID> ids) {
        this.faults = faults;
        this.ids = ids;
    }

    RouterFunction<ServerResponse> routes() {
        return Triggers.routes(api -> api.POST("/faults", Triggers.with(this::add))
                .DELETE("/faults", Triggers.with(_ -> clear())).DELETE("/faults/{id}", request -> {
                    faults.remove(request.pathVariable("id"));
                    return Triggers.ok(Triggers.done());
                }));
    }

    private Object clear() {
        faults.clear();
        return Triggers.done();
    }

    private Object add(JsonNode json) {
        Fault fault = fault(json);
        faults.add(fault);
        return Map.of("id", fault.id());
    }

    private Fault fault(JsonNode json) {
        Fault.Kind kind = kind(Triggers.required(json, "kind"));
        String service = kind == Fault.Kind.UNDELIVERED ? "twilio" : Triggers.required(json, "service");
        if (!SERVICES.contains(service)) {
            throw new Wrong(400, "service must be webex, instantconnect or twilio.");
        }
        return new Fault(ids.get().toString(), service, kind, number(json, "status", 500, 400, 599),
                optional(json, "retryAfter"), number(json, "ms", 4_000, 0, MAX_MS), optional(json, "times"),
                Triggers.optional(json, "method"), Triggers.optional(json, "path"),
                number(json, "errorCode", 30005, 10_000, 99_999));
    }

    private static Fault.Kind kind(String label) {
        try {
            return Fault.Kind.valueOf(label.toUpperCase(Locale.ROOT).replace('-', '_'));
        } catch (IllegalArgumentException unknown) {
            throw new Wrong(400, "kind must be status, slow, down, undelivered, accept-then-fail or accept-then-hang.");
        }
    }

    private static @Nullable Integer optional(JsonNode json, String name) {
        return json.path(name).isMissingNode() || json.path(name).isNull() ? null : number(json, name, 0, 0, 100_000);
    }

    private static int number(JsonNode json, String name, int otherwise, int least, int most) {
        JsonNode value = json.path(name);
        if (value.isMissingNode() || value.isNull()) {
            return otherwise;
        }
        if (!value.isInt() || value.asInt() < least || value.asInt() > most) {
            throw new Wrong(400, name + " must be a number between " + least + " and " + most + ".");
        }
        return value.asInt();
    }
}
