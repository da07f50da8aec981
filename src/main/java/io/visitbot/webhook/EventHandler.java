package io.visitbot.webhook;

import reactor.core.publisher.Mono;

/**
 * Works on a kept event. Called at least once for each, so it must be safe to call again; an error means that the event
 * comes again later.
 */
public interface EventHandler {

    /** Completes when the event needs no more work. */
    Mono<Void> handle(Delivery delivery);

    /** Nothing was done, since something that came before is to be worked on first: the event comes again in a moment. */
    class OutOfTurn extends RuntimeException {

        public OutOfTurn() {
            super("out of turn", null, false, false);
        }
    }

    /** What went wrong, after something may have been said: next time it may be a repeat. */
    class Interrupted extends RuntimeException {

        private final Throwable trouble;

        public Interrupted(Throwable trouble) {
            super(trouble);
            this.trouble = trouble;
        }

        public Throwable trouble() {
            return trouble;
        }
    }
}
