package io.visitbot.visit;

import java.time.Instant;

import reactor.core.publisher.Mono;

import io.visitbot.platform.PhoneNumber;

/** Keeps drafts. */
public interface Drafts {

    /** Keeps it, unless there is one for the same request; gives the one that stands. */
    Mono<Draft> add(Draft draft, String request);

    /** The draft that this request began. */
    Mono<Draft> findByRequest(String request);

    /** Notes where the form stands in the chat. */
    Mono<Void> shown(String nonce, String message);

    /** Keeps the number that was put into the form, so that it need not be shown to be corrected. */
    Mono<Void> keepPhone(String nonce, PhoneNumber phone);

    Mono<Draft> find(String nonce);

    Mono<Draft> findByMessage(String message);

    /** The draft that a visit came of; empty where it came of no form. */
    default Mono<Draft> findByOrigin(String origin) {
        return Mono.justOrEmpty(Draft.nonceIn(origin)).flatMap(this::find);
    }

    /** How many drafts of a person's are younger than {@code since} and became no visit. */
    Mono<Long> open(String person, Instant since);
}
