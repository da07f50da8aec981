package io.visitbot.sandbox.instantconnect;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

import org.springframework.http.MediaType;
import org.springframework.util.MultiValueMap;
import org.springframework.web.reactive.function.BodyExtractors;
import org.springframework.web.reactive.function.server.RequestPredicate;
import org.springframework.web.reactive.function.server.RequestPredicates;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;

import io.visitbot.sandbox.journal.Triggers;
import io.visitbot.sandbox.journal.Wrong;
import io.visitbot.sandbox.webex.People;

/** The pretend instant.webex.com: waiting room, login and visit. Opening a page joins nobody; its buttons do. */
final class PageRoutes {

    private static final String CSP = "default-src 'self'; style-src 'self'; img-src 'self' data:; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    private final People people;
    private final Links links;
    private final Doorman doorman;
    private final Visits visits;

    PageRoutes(People people, Links links, Doorman doorman, Visits visits) {
        this.people = people;
        this.links = links;
        this.doorman = doorman;
        this.visits = visits;
    }

    RouterFunction<ServerResponse> routes() {
        return RouterFunctions.route().GET("/visit/{short}", this::shortLink)
                .path("/{vertical:hc|gen}/v1",
                        v1 -> v1.GET("/login", this::login).GET("/talk", this::talk).GET("/host", this::host)
                                .GET("/left", _ -> html(200, VisitPages.notice("You have left the visit",
                                        "You can come back with the same link as long as it is valid.")))
                                .GET("/live", this::live).POST("/join", isForm(), this::join)
                                .POST("/leave", isForm(), this::leave))
                .filter((request, next) -> Mono.defer(() -> next.handle(request)).onErrorResume(Wrong.class,
                        PageRoutes::refused))
                .build();
    }

    private static RequestPredicate isForm() {
        return RequestPredicates.contentType(MediaType.APPLICATION_FORM_URLENCODED);
    }

    private Mono<ServerResponse> shortLink(ServerRequest request) {
        String path = links.path(request.pathVariable("short"));
        return path == null
                ? html(404, VisitPages.notice("This link does not work", "Please check that you copied all of it."))
                : ServerResponse.temporaryRedirect(URI.create(path)).build();
    }

    private Mono<ServerResponse> login(ServerRequest request) {
        Ticket ticket = admit(request);
        boolean forced = request.queryParam("fli").filter("true"::equals).isPresent();
        return ticket.host()
                ? html(200, VisitPages.login(cipher(request), base(request), people.humans(), forced))
                : talk(request);
    }

    private Mono<ServerResponse> talk(ServerRequest request) {
        Ticket ticket = admit(request);
        visits.guest(ticket);
        return html(200, ticket.host()
                ? VisitPages.login(cipher(request), base(request), List.of(), false)
                : VisitPages.waiting(live(base(request), cipher(request))));
    }

    private Mono<ServerResponse> host(ServerRequest request) {
        admit(request);
        String name = request.queryParam("as").orElse("Host");
        return html(200,
                VisitPages.host(live(base(request), cipher(request)), cipher(request), base(request), name));
    }

    private Mono<ServerResponse> live(ServerRequest request) {
        Ticket ticket = admit(request);
        if (!ticket.host()) {
            visits.guestWaits(ticket);
        }
        return Triggers.ok(Map.of("state", visits.hasBegun(ticket) ? "in-visit" : "waiting", "people",
                visits.present(ticket)));
    }

    private Mono<ServerResponse> join(ServerRequest request) {
        return request.body(BodyExtractors.toFormData()).flatMap(form -> {
            Ticket ticket = hosting(form);
            String key = value(form, "as");
            if (key.isEmpty() && "true".equals(value(form, "forced"))) {
                throw new Wrong(403, "Please log in with Webex to enter as host.");
            }
            String name = key.isEmpty() ? "Host" : people.byKey(key).name();
            visits.hostEnters(ticket, name);
            return see(base(request) + "/host?data=" + value(form, "data") + "&as=" + encoded(name));
        });
    }

    private Mono<ServerResponse> leave(ServerRequest request) {
        return request.body(BodyExtractors.toFormData()).flatMap(form -> {
            visits.hostLeaves(hosting(form), value(form, "as"));
            return see(base(request) + "/left");
        });
    }

    private Ticket hosting(MultiValueMap<String, String> form) {
        Ticket ticket = doorman.admit(value(form, "data"));
        if (!ticket.host()) {
            throw new Wrong(403, "This is not a host's link.");
        }
        return ticket;
    }

    private Ticket admit(ServerRequest request) {
        return doorman.admit(cipher(request));
    }

    private static String cipher(ServerRequest request) {
        return request.queryParam("data").orElse("");
    }

    private static String value(MultiValueMap<String, String> form, String name) {
        String value = form.getFirst(name);
        return value == null ? "" : value;
    }

    private static String base(ServerRequest request) {
        return "/" + request.pathVariable("vertical") + "/v1";
    }

    private static String live(String base, String cipher) {
        return base + "/live?data=" + cipher;
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static Mono<ServerResponse> see(String path) {
        return ServerResponse.seeOther(URI.create(path)).build();
    }

    private static Mono<ServerResponse> refused(Wrong wrong) {
        String title = wrong.status() == 401 ? "This link is not valid now" : "This link does not work";
        return html(wrong.status() == 401 ? 410 : wrong.status(),
                VisitPages.notice(title, wrong.sentence() + " Please ask your care team for a new one."));
    }

    private static Mono<ServerResponse> html(int status, String page) {
        return ServerResponse.status(status).contentType(new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8))
                .header("Content-Security-Policy", CSP).header("Cache-Control", "no-store")
                .header("X-Content-Type-Options", "nosniff").header("Referrer-Policy", "no-referrer").bodyValue(page);
    }
}
