package io.visitbot.webhook;

import io.micrometer.core.instrument.MeterRegistry;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferLimitException;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.web.reactive.function.BodyExtractors;
import org.springframework.web.reactive.function.server.RequestPredicates;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;

import io.visitbot.platform.Secret;
import io.visitbot.webex.Me;

/**
 * Where Webex's events come in. Answers 2xx only after the event is kept, or where nobody will ever need it: a refusal
 * counts towards Webex's switching the webhook off, so only what does not come from Webex is refused.
 */
final class FrontDoor {

    static final String PATH = "/webhooks/webex";
    static final int MOST_BYTES = 64 * 1024;

    private static final Logger log = LoggerFactory.getLogger(FrontDoor.class);

    private final WebhookSecret secret;
    private final WantedHooks wanted;
    private final Me me;
    private final Inbox inbox;
    private final MeterRegistry meters;

    FrontDoor(WebhookSecret secret, WantedHooks wanted, Me me, Inbox inbox, MeterRegistry meters) {
        this.secret = secret;
        this.wanted = wanted;
        this.me = me;
        this.inbox = inbox;
        this.meters = meters;
    }

    RouterFunction<ServerResponse> routes() {
        return RouterFunctions.route().POST(PATH, this::receive)
                .route(RequestPredicates.path(PATH), _ -> onlyPost()).build();
    }

    private Mono<ServerResponse> receive(ServerRequest request) {
        if (request.headers().contentLength().orElse(0) > MOST_BYTES) {
            return tooLarge();
        }
        Mono<DataBuffer> body = DataBufferUtils.join(request.body(BodyExtractors.toDataBuffers()), MOST_BYTES);
        return body.map(FrontDoor::bytes).defaultIfEmpty(new byte[0])
                .zipWith(secret.get(), (bytes, key) -> admit(request.headers().asHttpHeaders(), bytes, key))
                .flatMap(answer -> answer).onErrorResume(DataBufferLimitException.class, _ -> tooLarge())
                .onErrorResume(this::unable);
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
            case FULL -> ServerResponse.status(HttpStatus.SERVICE_UNAVAILABLE).header(HttpHeaders.RETRY_AFTER, "1")
                    .build();
            case FAILED -> ServerResponse.status(HttpStatus.SERVICE_UNAVAILABLE).build();
        };
    }

    private Mono<ServerResponse> tooLarge() {
        count("refused");
        return ServerResponse.status(HttpStatus.CONTENT_TOO_LARGE).header(HttpHeaders.CONNECTION, "close").build();
    }

    private Mono<ServerResponse> unable(Throwable error) {
        log.warn("An event could not be kept: {}", error.getClass().getSimpleName());
        count("refused");
        return ServerResponse.status(HttpStatus.SERVICE_UNAVAILABLE).build();
    }

    private static Mono<ServerResponse> onlyPost() {
        return ServerResponse.status(HttpStatus.METHOD_NOT_ALLOWED).allow(HttpMethod.POST).build();
    }

    private static byte[] bytes(DataBuffer buffer) {
        byte[] bytes = new byte[buffer.readableByteCount()];
        buffer.read(bytes);
        DataBufferUtils.release(buffer);
        return bytes;
    }

    private void count(String outcome) {
        meters.counter("visit.events", "outcome", outcome).increment();
    }
}
