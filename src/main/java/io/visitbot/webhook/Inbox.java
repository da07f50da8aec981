package io.visitbot.webhook;

import reactor.core.publisher.Mono;

/** Where verified events are kept before anybody is told that they were accepted. */
public interface Inbox {

    /** Completes after the event is on disk (or was there already), and never before. */
    Mono<Receipt> accept(VerifiedEvent event);

    /** What became of an event: {@code FULL} and {@code FAILED} mean that it is not kept. */
    enum Receipt {
        ACCEPTED, DUPLICATE, FULL, FAILED
    }
}
