package io.visitbot.visit;

import reactor.core.publisher.Mono;

import io.visitbot.platform.PhoneNumber;

/** Takes what a message service reports unasked: how a message fares, and who wants no more. Each completes once it is kept. */
public interface TextReports {

    /**
     * A message's new state; reports come in any order, more than once, and about messages that are not ours.
     *
     * @param errorCode the service's number for what went wrong, 0 for nothing
     */
    Mono<Void> status(String providerId, TextStatus status, int errorCode);

    /** This number wants no texts any more. */
    Mono<Void> stop(PhoneNumber from);

    /** This number wants texts again. */
    Mono<Void> start(PhoneNumber from);
}
