package io.visitbot.visit;

import java.util.function.UnaryOperator;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Keeps visits. */
public interface Visits {

    /** Writes the visit and plans the jobs in one transaction; where its origin is known, gives the earlier visit instead. An id that is taken is an {@link IdTakenException}. */
    Mono<Kept> add(Visit visit, PlannedJob... jobs);

    /** The same, where the requester has not used up the quota: else a {@link LimitReachedException}. A known origin is no new visit. */
    Mono<Kept> add(Visit visit, Quota quota, PlannedJob... jobs);

    /** Fails with a {@link LimitReachedException} where one more visit of this person's would. */
    Mono<Void> check(String person, Quota quota);

    Mono<Visit> find(String id);

    Mono<Visit> findByOrigin(String origin);

    /** Visits asked for in a space, newest first. */
    Flux<Visit> inSpace(String space, int most);

    /** Visits that a person asked for or was added to, newest first. */
    Flux<Visit> ofPerson(String person, String email, int most);

    /** Changes it where nobody asked for this very step. */
    default Mono<Visit> change(String id, UnaryOperator<Visit> change, PlannedJob... jobs) {
        return change(Actor.ITSELF, id, change, jobs);
    }

    /** Reads, changes and writes in one transaction, with the jobs; gives the visit that stands afterwards. */
    Mono<Visit> change(Actor by, String id, UnaryOperator<Visit> change, PlannedJob... jobs);

    /** The visit that stands, and whether it is new. */
    record Kept(Visit visit, boolean isNew) {
    }

    /** Another visit has that id: draw again. */
    class IdTakenException extends RuntimeException {
        public IdTakenException(String id) {
            super("visit id taken: " + id);
        }
    }
}
