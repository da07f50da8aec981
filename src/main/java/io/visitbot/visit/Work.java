package io.visitbot.visit;

import reactor.core.publisher.Mono;

/** Plans durable work that stands alone. */
public interface Work {

    Mono<Void> plan(PlannedJob... jobs);

    /** Takes a job back, where it is still waiting. */
    Mono<Void> cancel(Job job);
}
