package io.visitbot.sandbox.instantconnect;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;

import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

import io.visitbot.sandbox.journal.Fields;
import io.visitbot.sandbox.journal.Journal;
import io.visitbot.sandbox.journal.Triggers;
import io.visitbot.sandbox.journal.Wrong;
import io.visitbot.sandbox.webex.People;
import io.visitbot.sandbox.webex.Person;

/** The broker: makes links, and opens a visit's space with one. */
final class BrokerRoutes {

    private final Journal journal;
    private final People people;
    private final Links links;
    private final Doorman doorman;
    private final Visits visits;

    BrokerRoutes(Journal journal, People people, Links links, Doorman doorman, Visits visits) {
        this.journal = journal;
        this.people = people;
        this.links = links;
        this.doorman = doorman;
        this.visits = visits;
    }

    RouterFunction<ServerResponse> routes() {
        return RouterFunctions.route()
                .POST("/api/v2/joseencrypt", request -> encrypt(request, LinkRequest::v2, this::v2))
                .POST("/api/v1/joseencrypt", request -> encrypt(request, LinkRequest::v1, this::v1))
                .GET("/api/v1/space", this::space).POST("/api/v1/space", this::space).GET("/api/v1/space/", this::space)
                .filter((request, next) -> Mono.defer(() -> next.handle(request)).onErrorResume(Wrong.class,
                        this::refused))
                .build();
    }

    private Person caller(ServerRequest request) {
        String header = String.valueOf(request.headers().firstHeader(HttpHeaders.AUTHORIZATION));
        return people.byToken(header.replaceFirst("^Bearer ", "")).orElseThrow(() -> new Wrong(401,
                "The request requires a valid access token set in the Authorization request header."));
    }

    private Mono<ServerResponse> encrypt(ServerRequest request, BiFunction<JsonNode, Long, LinkRequest> reader,
            BiFunction<LinkRequest, Person, Object> answer) {
        Person creator = caller(request);
        return Triggers.read(request).map(json -> reader.apply(json, now().getEpochSecond()))
                .flatMap(wanted -> Triggers.ok(answer.apply(wanted, creator)));
    }

    private Instant now() {
        return journal.clock().instant();
    }

    private Object v2(LinkRequest wanted, Person creator) {
        Map<String, Object> answer = both(wanted, creator,
                link -> Fields.of("cipher", link.cipher(), "short", link.shortName()));
        if (wanted.shortUrls()) {
            answer.put("baseUrl", journal.home().get() + "/visit/");
        }
        return answer;
    }

    private Object v1(LinkRequest wanted, Person creator) {
        return both(wanted, creator, Links.Link::cipher);
    }

    private Map<String, Object> both(LinkRequest wanted, Person creator, Function<Links.Link, Object> view) {
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("host", links.make(wanted, true, creator).stream().map(view).toList());
        answer.put("guest", links.make(wanted, false, creator).stream().map(view).toList());
        return answer;
    }

    private Mono<ServerResponse> space(ServerRequest request) {
        if (request.headers().firstHeader(HttpHeaders.AUTHORIZATION) != null) {
            caller(request);
        }
        Checks.that("jose".equals(request.queryParam("int").orElse("")), "int must be jose");
        Ticket ticket = doorman.admit(request.queryParam("data").orElse(""));
        Person guest = visits.guest(ticket);
        return Triggers.ok(Fields.of("userIdentifier", guest.name(), "isLoggedIn", false, "isHost", ticket.host(),
                "organizationId", People.ORG.toString(), "orgName", "Example Health", "token", guest.token(), "spaceId",
                visits.room(ticket).id(), "visitId", ticket.visit(), "integrationType", "jose"));
    }

    private Mono<ServerResponse> refused(Wrong wrong) {
        String tracking = "ROUTER_" + journal.ids().get();
        return ServerResponse.status(wrong.status()).header("trackingId", tracking)
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(Fields.of("message", wrong.sentence(), "errors",
                        List.of(Map.of("description", wrong.sentence())), "trackingId", tracking));
    }
}
