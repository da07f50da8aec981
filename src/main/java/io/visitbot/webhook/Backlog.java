package io.visitbot.webhook;

import java.time.Instant;

import reactor.core.publisher.Mono;

/** What was accepted and is not finished with. */
public interface Backlog {

    /** Whether something that this person did in this room, in the ten minutes before {@code than}, is still to be worked on. */
    Mono<Boolean> holdsEarlier(String room, String person, Instant than);
}
