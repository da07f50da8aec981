package io.visitbot.bot;

import reactor.core.publisher.Mono;

/** Takes note of people who spoke to the bot and may not use it. */
public interface Doorkeeper {

    /** Completes once it is noted; only then is the stranger answered. */
    Mono<Void> turnedAway(Speaker stranger, Spot spot);
}
