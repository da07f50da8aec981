package io.visitbot.visit;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import io.visitbot.platform.PhoneNumber;

/** Takes what a message service reports unasked: how a message fares, and who wants no more. Each completes once it is kept. */
public interface TextReports {

    /**
     * A message's new state; reports come in any order, more than once, and about messages that are not ours.
     *
     * @param text our id of the message as the service gives it back, null where it does not
     * @param errorCode the service's number for what went wrong, 0 for nothing
     */
    Mono<Void> status(String providerId, @Nullable String text, TextStatus status, int errorCode);

    /** This number wants no texts any more. */
    Mono<Void> stop(PhoneNumber from);

    /** This number wants texts again. */
    Mono<Void> start(PhoneNumber from);
}
