package io.visitbot.visit;

import java.util.List;
import java.util.function.UnaryOperator;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import io.visitbot.platform.PhoneNumber;

/** Keeps text messages and who does not want any. */
public interface Texts {

    /** Writes the row and plans the jobs, or does nothing where (visit, to, purpose, round) is there; gives the row that stands. */
    Mono<Text> plan(Actor by, Text text, PlannedJob... jobs);

    /**
     * The same for a message that somebody asks for, where the quotas allow one more: else a {@link LimitReachedException}. A
     * row that is there already is given all the same.
     */
    Mono<Text> planFor(Actor by, Text text, List<Quota> quotas, PlannedJob... jobs);

    Mono<Text> find(String id);

    Mono<Text> findByProvider(String providerId);

    Flux<Text> of(String visit);

    /** Reads, changes and writes in one transaction, with the jobs; gives the row that stands afterwards. */
    Mono<Text> change(String id, UnaryOperator<Text> change, PlannedJob... jobs);

    Mono<Boolean> hasOptedOut(PhoneNumber to);

    Mono<Void> optOut(PhoneNumber to, boolean out);
}
