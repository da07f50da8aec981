package io.visitbot.webhook;

import java.time.Duration;

import io.micrometer.core.instrument.MeterRegistry;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.web.reactive.function.server.RequestPredicates;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

import io.visitbot.platform.Pace;
import io.visitbot.platform.RequestBody;
import io.visitbot.platform.Secret;
import io.visitbot.webex.Me;

/**
 * Where Webex's events come in. Answers 2xx only after the event is kept, or where nobody will ever need it: a refusal
 * counts towards Webex's switching the webhook off, so only what does not come from Webex is refused.
 */
final class FrontDoor {

    static final String PATH = "/webhooks/webex";
    static final int MOST_BYTES = 16 * 1024;
    /** How long an event may wait to be kept; Webex itself gives up not much later. */
    static final Duration LONGEST_WAIT = Duration.ofSeconds(5);

    private static final Logger log = LoggerFactory.getLogger(FrontDoor.class);

    private final WebhookSecret secret;
    private final WantedHooks wanted;
    private final Me me;
    private final Inbox inbox;
    private final MeterRegistry meters;
    private final Scheduler timer;
    private final Pace lines;

    FrontDoor(WebhookSecret secret, WantedHooks wanted, Me me, Inbox inbox, MeterRegistry meters, Scheduler timer) {
        this.secret = secret;
        this.wanted = wanted;
        this.me = me;
        this.inbox = inbox;
        this.meters = meters;
        this.timer = timer;
        this.lines = new Pace(timer, Duration.ofMinutes(1), 1);
    }

    RouterFunction<ServerResponse> routes() {
        return RouterFunctions.route().POST(PATH, this::receive)
                .route(RequestPredicates.path(PATH), _ -> onlyPost()).build();
    }

    private Mono<ServerResponse> receive(ServerRequest request) {
        return RequestBody.read(request, MOST_BYTES, timer)
                .flatMap(bytes -> judge(request.headers().asHttpHeaders(), bytes).timeout(LONGEST_WAIT, timer))
                .onErrorResume(RequestBody.Refused.class, refused -> refuse(refused.status()))
                .onErrorResume(this::unable);
    }

    /** An event may be kept after its time, too: then it is a duplicate when it comes again. */
    private Mono<ServerResponse> judge(HttpHeaders headers, byte[] body) {
        return secret.get().flatMap(key -> admit(headers, body, key));
    }

    private Mono<ServerResponse> admit(HttpHeaders headers, byte[] body, Secret key) {
        if (!Signature.fits(headers, body, key)) {
            count("refused");
            return ServerResponse.status(HttpStatus.UNAUTHORIZED).build();
        }
        return Envelope.read(body).filter(this::needed).map(this::keep).orElseGet(this::drop);
    }

    private boolean needed(Envelope envelope) {
        return wanted.contains(envelope.resource(), envelope.event()) && !own(envelope);
    }

    private boolean own(Envelope envelope) {
        return "messages".equals(envelope.resource())
                && me.known().filter(bot -> bot.id().equals(envelope.personId())).isPresent();
    }

    private Mono<ServerResponse> drop() {
        count("dropped");
        return ServerResponse.ok().build();
    }

    private Mono<ServerResponse> keep(Envelope envelope) {
        return inbox.accept(envelope.toEvent()).defaultIfEmpty(Inbox.Receipt.FAILED).flatMap(this::answer);
    }

    private Mono<ServerResponse> answer(Inbox.Receipt receipt) {
        count(switch (receipt) {
            case ACCEPTED -> "accepted";
            case DUPLICATE -> "duplicate";
            case FULL, FAILED -> "refused";
        });
        return switch (receipt) {
            case ACCEPTED, DUPLICATE -> ServerResponse.ok().build();
            case FULL -> comeAgain(1);
            case FAILED -> comeAgain(5);
        };
    }

    /** Closes the connection, since what comes on it is not read to its end. */
    private Mono<ServerResponse> refuse(HttpStatus status) {
        count("refused");
        return ServerResponse.status(status).header(HttpHeaders.CONNECTION, "close").build();
    }

    private Mono<ServerResponse> unable(Throwable error) {
        lines.turn().ifPresent(unsaid -> log.warn("Events can't be kept ({} more since the last such line): {}", unsaid,
                error.getClass().getSimpleName()));
        count("refused");
        return comeAgain(5);
    }

    private static Mono<ServerResponse> comeAgain(int seconds) {
        return ServerResponse.status(HttpStatus.SERVICE_UNAVAILABLE)
                .header(HttpHeaders.RETRY_AFTER, Integer.toString(seconds)).build();
    }

    private static Mono<ServerResponse> onlyPost() {
        return ServerResponse.status(HttpStatus.METHOD_NOT_ALLOWED).allow(HttpMethod.POST).build();
    }

    private void count(String outcome) {
        meters.counter("visit.events", "outcome", outcome).increment();
    }
}
