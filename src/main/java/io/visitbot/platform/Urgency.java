package io.visitbot.platform;

import reactor.core.publisher.Mono;
import reactor.util.context.Context;
import reactor.util.context.ContextView;

/** Whether somebody waits for a call. It travels with the pipeline and counts where a service asks for patience. */
public enum Urgency {
    /** A person waits: whatever is not marked. */
    INTERACTIVE,
    /** Nobody waits: webhooks being looked after, checks, edits, states that are polled. */
    BACKGROUND;

    /** The same work, which lets all calls go first that somebody waits for. */
    public static <T> Mono<T> background(Mono<T> work) {
        return work.contextWrite(Context.of(Urgency.class, BACKGROUND));
    }

    static Urgency of(ContextView context) {
        return context.getOrDefault(Urgency.class, INTERACTIVE) == BACKGROUND ? BACKGROUND : INTERACTIVE;
    }
}
