package io.visitbot.sandbox.webex;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;

import io.visitbot.sandbox.journal.Journal;

/** The pretend Webex REST API. */
final class WebexRoutes {

    private final Webex webex;
    private final Exchange exchange;
    private final MessageRequests requests;
    private final Uploads uploads;
    private final RoomRoutes rooms;
    private final WebhookRoutes webhooks;

    WebexRoutes(Webex webex, Journal journal) {
        this.webex = webex;
        this.exchange = new Exchange(journal.ids(), webex.people());
        this.requests = new MessageRequests(webex.people(), webex.rooms());
        this.uploads = new Uploads(requests, journal);
        this.rooms = new RoomRoutes(webex, exchange);
        this.webhooks = new WebhookRoutes(webex.webhooks(), exchange, journal);
    }

    RouterFunction<ServerResponse> routes() {
        return RouterFunctions.route().path("/v1", v1 -> v1.POST("/messages", this::post).GET("/messages", this::list)
                .GET("/contents/{id}", this::contents)
                .GET("/messages/direct", this::listDirect).GET("/messages/{id}", this::get)
                .PUT("/messages/{id}", this::edit).DELETE("/messages/{id}", this::delete)
                .POST("/attachment/actions", this::submit).GET("/attachment/actions/{id}", this::action)
                .GET("/people", this::people).GET("/people/me", this::me).GET("/people/{id}", this::person)
                .add(rooms.routes()).add(webhooks.routes()).route(_ -> true, this::unknown)
                .filter((request, next) -> Mono.defer(() -> next.handle(request)).onErrorResume(Refusal.class,
                        exchange::refused)))
                .build();
    }

    private Mono<ServerResponse> unknown(ServerRequest request) {
        exchange.caller(request);
        throw Refusal.notFound("There is nothing at this address.");
    }

    private Mono<ServerResponse> post(ServerRequest request) {
        Person sender = exchange.caller(request);
        if (Uploads.isMultipart(request)) {
            return uploads.draft(request, sender)
                    .flatMap(draft -> exchange.ok(webex.messages().post(draft, sender).view()));
        }
        return exchange.json(request, json -> {
            Person author = exchange.caller(request);
            return exchange.ok(webex.messages().post(requests.draft(json, author), author).view());
        });
    }

    private Mono<ServerResponse> list(ServerRequest request) {
        Person reader = exchange.caller(request);
        Room room = webex.rooms().seen(request.queryParam("roomId").orElseThrow(WebexRoutes::roomNeeded), reader);
        Optional<String> mentioned = request.queryParam("mentionedPeople");
        if (reader.isBot() && room.isGroup() && mentioned.filter("me"::equals).isEmpty()) {
            throw Refusal.forbidden("A bot may list only messages that mention it: add mentionedPeople=me.");
        }
        return messages(request, room,
                message -> mentioned.isEmpty() || message.body().mentioned().contains(reader.id()));
    }

    private static Refusal roomNeeded() {
        return Refusal.badRequest("roomId is required.");
    }

    private Mono<ServerResponse> listDirect(ServerRequest request) {
        Person reader = exchange.caller(request);
        Person other = request.queryParam("personId").map(webex.people()::byId)
                .or(() -> request.queryParam("personEmail").flatMap(webex.people()::byEmail))
                .orElseThrow(() -> Refusal.badRequest("personId or personEmail is required."));
        return messages(request, webex.rooms().direct(reader, other), _ -> true);
    }

    private Mono<ServerResponse> messages(ServerRequest request, Room room, Predicate<Message> wanted) {
        Optional<String> parent = request.queryParam("parentId");
        Predicate<Message> inThread = message -> parent.isEmpty() || parent.get().equals(message.parentId());
        return exchange.page(request,
                webex.messages().in(room.id(), wanted.and(inThread)).stream().map(Message::view).toList(), 50);
    }

    private Message message(ServerRequest request) {
        return webex.messages().get(request.pathVariable("id"), exchange.caller(request));
    }

    private Mono<ServerResponse> get(ServerRequest request) {
        return exchange.ok(message(request).view());
    }

    private Mono<ServerResponse> contents(ServerRequest request) {
        return Uploads.download(webex.file(exchange.caller(request), request.pathVariable("id")));
    }

    private Mono<ServerResponse> edit(ServerRequest request) {
        return exchange.json(request, json -> {
            Message message = message(request);
            if (!message.room().id().equals(Json.required(json, "roomId"))) {
                throw Refusal.badRequest("roomId is not the room of this message.");
            }
            return exchange.ok(webex.messages().edit(message, requests.body(json), exchange.caller(request)).view());
        });
    }

    private Mono<ServerResponse> delete(ServerRequest request) {
        webex.messages().delete(message(request), exchange.caller(request));
        return exchange.noContent();
    }

    private Mono<ServerResponse> submit(ServerRequest request) {
        return exchange.json(request, json -> {
            Person person = exchange.caller(request);
            if (person.isBot()) {
                throw Refusal.forbidden("A bot cannot submit a card.");
            }
            if (!"submit".equals(Json.required(json, "type"))) {
                throw Refusal.badRequest("type must be submit.");
            }
            return exchange.accepted(
                    webex.actions().submit(Json.required(json, "messageId"), json.path("inputs"), person).view());
        });
    }

    private Mono<ServerResponse> action(ServerRequest request) {
        return exchange.ok(webex.actions().get(request.pathVariable("id"), exchange.caller(request)).view());
    }

    private Mono<ServerResponse> me(ServerRequest request) {
        Person me = exchange.caller(request);
        return exchange.ok(me.view(me));
    }

    private Mono<ServerResponse> person(ServerRequest request) {
        Person reader = exchange.caller(request);
        return exchange.ok(webex.people().byId(request.pathVariable("id")).view(reader));
    }

    private Mono<ServerResponse> people(ServerRequest request) {
        Person reader = exchange.caller(request);
        List<Person> found = request.queryParam("id").map(webex.people()::known)
                .or(() -> request.queryParam("email").map(email -> webex.people().search(reader, email)))
                .orElseThrow(() -> Refusal.badRequest("Email, displayName or id is required."));
        return exchange.page(request, found.stream().map(person -> person.view(reader)).toList(), 100);
    }
}
