package io.visitbot.sandbox.page;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.springframework.http.MediaType;
import org.springframework.http.codec.ServerSentEvent;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

import io.visitbot.sandbox.journal.Endpoints;
import io.visitbot.sandbox.journal.Journal;
import io.visitbot.sandbox.journal.Section;
import io.visitbot.sandbox.journal.Triggers;
import io.visitbot.sandbox.journal.Wrong;
import io.visitbot.sandbox.webex.Membership;
import io.visitbot.sandbox.webex.Message;
import io.visitbot.sandbox.webex.Person;
import io.visitbot.sandbox.webex.Room;
import io.visitbot.sandbox.webex.Uploads;
import io.visitbot.sandbox.webex.Webex;

/** What the page reads, and what its people do in Webex. */
final class PageRoutes {

    private static final Duration COALESCE = Duration.ofMillis(100);
    private static final Duration PING = Duration.ofSeconds(15);

    private final Journal journal;
    private final Webex webex;
    private final List<Section> sections;

    PageRoutes(Journal journal, Webex webex, List<Section> sections) {
        this.journal = journal;
        this.webex = webex;
        this.sections = sections;
    }

    RouterFunction<ServerResponse> routes() {
        return Triggers.routes(api -> api.GET("/state", this::state)
                .GET("/endpoints", _ -> Triggers.ok(Endpoints.at(journal.home().get()))).GET("/events", this::events)
                .GET("/files/{id}", this::file)
                .POST("/messages", Triggers.with(this::type)).POST("/actions", Triggers.with(this::submit))
                .POST("/memberships", Triggers.with(this::addBot))
                .DELETE("/memberships", Triggers.with(this::removeBot))
                .POST("/webhooks/repeat", Triggers.with(_ -> repeated()))
                .POST("/webhooks/off", Triggers.with(_ -> off()))
                .POST("/token", Triggers.with(this::revoke))
                .POST("/reset", Triggers.with(_ -> reset())));
    }

    private Mono<ServerResponse> state(ServerRequest request) {
        long since = request.queryParam("callsSince").map(PageRoutes::number).orElse(0L);
        WebexView view = new WebexView(webex);
        Map<String, Object> state = new LinkedHashMap<>();
        state.put("version", journal.changes().version());
        state.put("bot", view.bot());
        state.put("people", view.people());
        state.put("spaces", view.spaces());
        state.put("messages", view.messages());
        sections.forEach(section -> state.put(section.name(), section.view().get()));
        state.put("calls", journal.calls().since(since));
        state.put("webhooks", view.webhooks());
        return Triggers.ok(state);
    }

    private static long number(String text) {
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException wrong) {
            throw new Wrong(400, "callsSince must be a number.");
        }
    }

    private Mono<ServerResponse> events(ServerRequest request) {
        Flux<ServerSentEvent<Object>> changes = journal.changes().versions().sample(COALESCE)
                .map(version -> ServerSentEvent.<Object>builder(Map.of("version", version)).event("change").build());
        Flux<ServerSentEvent<Object>> pings = Flux.interval(PING)
                .map(_ -> ServerSentEvent.<Object>builder().comment("ping").build());
        return ServerResponse.ok().contentType(MediaType.TEXT_EVENT_STREAM)
                .body(Flux.merge(changes, pings), ServerSentEvent.class);
    }

    /** Anybody who looks at the page may have it: the page is every person at once. */
    private Mono<ServerResponse> file(ServerRequest request) {
        return webex.messages().all().stream().map(Message::file).filter(Objects::nonNull)
                .filter(file -> file.id().equals(request.pathVariable("id"))).findFirst().map(Uploads::download)
                .orElseThrow(() -> new Wrong(404, "There is no such file."));
    }

    private Person actor(JsonNode json) {
        return webex.people().byKey(Triggers.required(json, "as"));
    }

    private Object type(JsonNode json) {
        return Map.of("id", webex.type(actor(json), Triggers.required(json, "spaceId"), Triggers.required(json, "text"),
                Triggers.optional(json, "parentId")).id());
    }

    private Object submit(JsonNode json) {
        return Map.of("id", webex.submit(actor(json), Triggers.required(json, "messageId"), json.path("inputs")));
    }

    private Object addBot(JsonNode json) {
        Room room = webex.rooms().get(Triggers.required(json, "spaceId"));
        return Map.of("id", webex.rooms().add(room, webex.people().bot(), actor(json), false).id());
    }

    private Object removeBot(JsonNode json) {
        Membership membership = webex.rooms().membership(Triggers.required(json, "spaceId"), webex.people().bot())
                .orElseThrow(() -> new Wrong(404, "The bot is not in this space."));
        webex.rooms().remove(membership, actor(json));
        return Triggers.done();
    }

    private Object repeated() {
        int deliveries = webex.webhooks().repeat();
        if (deliveries == 0) {
            throw new Wrong(409, "Nothing has been delivered to a webhook yet.");
        }
        return Map.of("deliveries", deliveries);
    }

    private Object revoke(JsonNode json) {
        webex.people().giveBot(Triggers.required(json, "token"));
        return Triggers.done();
    }

    private Object off() {
        webex.webhooks().switchOff();
        return Triggers.done();
    }

    private Object reset() {
        webex.reset();
        sections.forEach(section -> section.reset().run());
        journal.calls().clear();
        journal.changes().happened();
        return Triggers.done();
    }
}
