package io.visitbot.sandbox.webex;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

/** Spaces and memberships over HTTP. */
final class RoomRoutes {

    private final Webex webex;
    private final Exchange exchange;

    RoomRoutes(Webex webex, Exchange exchange) {
        this.webex = webex;
        this.exchange = exchange;
    }

    RouterFunction<ServerResponse> routes() {
        return RouterFunctions.route().GET("/rooms", this::list).POST("/rooms", this::create)
                .GET("/rooms/{id}", this::get)
                .GET("/rooms/{id}/meetingInfo", this::meetingInfo).GET("/memberships", this::members)
                .POST("/memberships", this::add).GET("/memberships/{id}", this::membership)
                .DELETE("/memberships/{id}", this::remove).POST("/meetings", this::meeting).build();
    }

    private Mono<ServerResponse> list(ServerRequest request) {
        Optional<String> type = request.queryParam("type");
        List<Map<String, Object>> views = webex.rooms().of(exchange.caller(request)).reversed().stream()
                .filter(room -> type.isEmpty() || type.get().equals(room.type())).map(Room::view).toList();
        return exchange.page(request, views, 100);
    }

    private Mono<ServerResponse> create(ServerRequest request) {
        return exchange.json(request, json -> exchange.ok(
                webex.rooms().create(Json.required(json, "title"), exchange.caller(request), false).view()));
    }

    private Room room(ServerRequest request) {
        return webex.rooms().seen(request.pathVariable("id"), exchange.caller(request));
    }

    private Mono<ServerResponse> get(ServerRequest request) {
        return exchange.ok(room(request).view());
    }

    private Mono<ServerResponse> meetingInfo(ServerRequest request) {
        return exchange.ok(room(request).meetingInfo());
    }

    private Mono<ServerResponse> members(ServerRequest request) {
        Person reader = exchange.caller(request);
        Optional<String> roomId = request.queryParam("roomId");
        Optional<String> email = request.queryParam("personEmail");
        Optional<String> personId = request.queryParam("personId");
        if (roomId.isEmpty() && (email.isPresent() || personId.isPresent())) {
            throw Refusal.badRequest("roomId is required with personId or personEmail.");
        }
        List<Membership> all = roomId.map(id -> webex.rooms().membersOf(webex.rooms().seen(id, reader).id()))
                .orElseGet(() -> webex.rooms().membershipsOf(reader));
        return exchange.page(request, all.stream()
                .filter(there -> email.isEmpty() || email.get().equalsIgnoreCase(there.person().email()))
                .filter(there -> personId.isEmpty() || personId.get().equals(there.person().id())).map(Membership::view)
                .toList(), 100);
    }

    private Mono<ServerResponse> add(ServerRequest request) {
        return exchange.json(request, json -> {
            Person actor = exchange.caller(request);
            Room room = webex.rooms().seen(Json.required(json, "roomId"), actor);
            boolean moderator = json.path("isModerator").asBoolean(false);
            return exchange.ok(webex.rooms().add(room, invited(json), actor, moderator).view());
        });
    }

    private Person invited(JsonNode json) {
        String id = Json.text(json, "personId");
        return id == null ? webex.people().invited(Json.required(json, "personEmail")) : webex.people().byId(id);
    }

    private Mono<ServerResponse> membership(ServerRequest request) {
        return exchange.ok(seen(request).view());
    }

    private Membership seen(ServerRequest request) {
        Membership membership = webex.rooms().membership(request.pathVariable("id"));
        webex.rooms().seen(membership.room().id(), exchange.caller(request));
        return membership;
    }

    private Mono<ServerResponse> remove(ServerRequest request) {
        webex.rooms().remove(seen(request), exchange.caller(request));
        return exchange.noContent();
    }

    private Mono<ServerResponse> meeting(ServerRequest request) {
        exchange.caller(request);
        throw Refusal.forbidden("This token is not allowed to create meetings.");
    }
}
