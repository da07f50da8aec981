package io.visitbot.sandbox.webex;

import java.net.URI;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

import io.visitbot.sandbox.journal.Journal;

/** Webhooks over HTTP: create, list, read, change, delete. */
final class WebhookRoutes {

    private static final Map<String, Set<String>> EVENTS = Map.of("messages",
            Set.of("created", "deleted", "updated", "all"),
            "memberships", Set.of("created", "updated", "deleted", "all"), "rooms",
            Set.of("created", "updated", "migrated", "all"), "attachmentActions", Set.of("created"), "meetings",
            Set.of("started", "ended", "created", "updated", "deleted", "all"), "meetingParticipants",
            Set.of("joined", "left"), "all", Set.of("all"));

    private final Webhooks webhooks;
    private final Exchange exchange;
    private final Journal journal;

    WebhookRoutes(Webhooks webhooks, Exchange exchange, Journal journal) {
        this.webhooks = webhooks;
        this.exchange = exchange;
        this.journal = journal;
    }

    RouterFunction<ServerResponse> routes() {
        return RouterFunctions.route().POST("/webhooks", this::create).GET("/webhooks", this::list)
                .GET("/webhooks/{id}", this::get).PUT("/webhooks/{id}", this::change)
                .DELETE("/webhooks/{id}", this::delete).build();
    }

    private Mono<ServerResponse> create(ServerRequest request) {
        return exchange.json(request, json -> exchange.ok(webhooks.add(hook(json, exchange.caller(request))).view()));
    }

    private Hook hook(JsonNode json, Person owner) {
        String name = Json.required(json, "name");
        String target = target(json);
        String resource = Json.required(json, "resource");
        String event = Json.required(json, "event");
        String filter = Json.text(json, "filter");
        if (!EVENTS.getOrDefault(resource, Set.of()).contains(event)) {
            throw Refusal.badRequest("There is no event " + event + " of resource " + resource + ".");
        }
        HookFilter.check(resource, filter);
        return new Hook(WebexId.of("WEBHOOK", journal.ids().get()), name, target, resource, event, filter,
                Json.text(json, "secret"), owner, true, journal.clock().instant());
    }

    private static String target(JsonNode json) {
        String target = Json.required(json, "targetUrl");
        String scheme = scheme(target);
        if (!"http".equals(scheme) && !"https".equals(scheme)) {
            throw Refusal.badRequest("targetUrl must be an http or https URL.");
        }
        return target;
    }

    private static @Nullable String scheme(String target) {
        try {
            URI uri = URI.create(target);
            return uri.getHost() == null ? null : uri.getScheme();
        } catch (IllegalArgumentException malformed) {
            return null;
        }
    }

    private Mono<ServerResponse> list(ServerRequest request) {
        return exchange.page(request, webhooks.of(exchange.caller(request)).stream().map(Hook::view).toList(), 100);
    }

    private Hook hook(ServerRequest request) {
        return webhooks.get(request.pathVariable("id"), exchange.caller(request));
    }

    private Mono<ServerResponse> get(ServerRequest request) {
        return exchange.ok(hook(request).view());
    }

    private Mono<ServerResponse> change(ServerRequest request) {
        return exchange.json(request, json -> {
            Hook hook = hook(request);
            String status = Json.text(json, "status");
            if (status != null && !"active".equals(status)) {
                throw Refusal.badRequest("status can only be set to active.");
            }
            String secret = json.has("secret") ? Json.text(json, "secret") : hook.secret();
            Hook changed = hook.with(Json.required(json, "name"), target(json), secret,
                    status != null || hook.active());
            return exchange.ok(webhooks.replace(changed).view());
        });
    }

    private Mono<ServerResponse> delete(ServerRequest request) {
        webhooks.remove(hook(request));
        return exchange.noContent();
    }
}
