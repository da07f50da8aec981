package io.visitbot.webhook;

import reactor.core.publisher.Mono;

/**
 * Works on a kept event. Called at least once for each, so it must be safe to call again; an error means that the event
 * comes again later.
 */
public interface EventHandler {

    /** Completes when the event needs no more work. {@code attempt} counts from 0. */
    Mono<Void> handle(VerifiedEvent event, int attempt);
}
