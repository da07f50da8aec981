package io.visitbot.visit;

import java.time.Instant;

import reactor.core.publisher.Mono;

/** Keeps drafts. */
public interface Drafts {

    Mono<Void> add(Draft draft);

    /** Notes where the form stands in the chat. */
    Mono<Void> shown(String nonce, String message);

    Mono<Draft> find(String nonce);

    Mono<Draft> findByMessage(String message);

    /** How many drafts of a person's are younger than {@code since} and became no visit. */
    Mono<Long> open(String person, Instant since);
}
