package io.visitbot.bot;

import java.util.concurrent.atomic.AtomicInteger;

import reactor.core.publisher.Mono;
import reactor.util.context.ContextView;

import io.visitbot.platform.ApiException;
import io.visitbot.webhook.Delivery;
import io.visitbot.webhook.EventHandler;

/**
 * One go at something that is to be said; a pipeline's context carries it, so that {@link Chat} knows whether its words may
 * be a repeat, and the pipeline's end whether anything was said.
 */
final class Turn {

    private static final int MOST_TRIES = 3;

    private final boolean perhapsAgain;
    private final int attempt;
    private final AtomicInteger perhapsSaid = new AtomicInteger();

    private Turn(boolean perhapsAgain, int attempt) {
        this.perhapsAgain = perhapsAgain;
        this.attempt = attempt;
    }

    static Turn of(Delivery delivery) {
        return new Turn(delivery.perhapsAgain(), delivery.attempt());
    }

    static Turn again() {
        return new Turn(true, 0);
    }

    /** The one that the context carries; where it carries none, the first. */
    static Turn in(ContextView context) {
        return context.<Turn>getOrEmpty(Turn.class).orElseGet(() -> new Turn(false, 0));
    }

    <T> Mono<T> of(Mono<T> work) {
        return work.contextWrite(context -> context.put(Turn.class, this));
    }

    boolean mayRepeat() {
        return perhapsAgain;
    }

    /** Whether what nobody answered is let go, since it may stand there more than once by now. */
    boolean isLast() {
        return attempt >= MOST_TRIES - 1;
    }

    <T> Mono<T> saying(Mono<T> post) {
        return Mono.defer(() -> {
            perhapsSaid.incrementAndGet();
            return post.doOnError(this::unsaid);
        });
    }

    /** The error with the word that something may have been said, where that is so. */
    Throwable ended(Throwable error) {
        return perhapsSaid.get() > 0 ? new EventHandler.Interrupted(error) : error;
    }

    private void unsaid(Throwable error) {
        if (error instanceof ApiException failure && !failure.mayHaveBeenProcessed()) {
            perhapsSaid.decrementAndGet();
        }
    }
}
