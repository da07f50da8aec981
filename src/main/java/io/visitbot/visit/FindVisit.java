package io.visitbot.visit;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Finds visits by what people call them, and only those that may be seen from where they ask. */
public final class FindVisit {

    private static final int MOST = 200;

    private final Visits visits;
    private final Clock clock;

    FindVisit(Visits visits, Clock clock) {
        this.visits = visits;
        this.clock = clock;
    }

    /** Those that are not over, newest first. */
    public Flux<Visit> live(Place where, String person, String email) {
        return seen(where, person, email).filter(visit -> !visit.isOver(clock.instant()));
    }

    /**
     * Every visit with this id or label that lived when somebody said so; where none did, those that live now, and else one
     * that is over. What is worked on late, or once more, thus never means a visit that was begun since.
     */
    public Mono<List<Visit>> named(String name, Place where, String person, String email, Instant said) {
        String wanted = name.strip();
        return seen(where, person, email).filter(visit -> isCalled(visit, wanted)).collectList()
                .map(found -> meant(found, said));
    }

    /** The visit that came of this, where there is one. */
    public Mono<Visit> byOrigin(String origin) {
        return visits.findByOrigin(origin);
    }

    /** The ids of other living visits of the same label in the same space. */
    public Mono<List<String>> namesakes(Visit visit) {
        return visits.inSpace(visit.place().space(), MOST)
                .filter(other -> !other.id().equals(visit.id()) && other.label().equalsIgnoreCase(visit.label())
                        && !other.isOver(clock.instant()))
                .map(Visit::id).collectList();
    }

    private List<Visit> meant(List<Visit> found, Instant said) {
        List<Visit> then = found.stream()
                .filter(visit -> !visit.requestedAt().isAfter(said) && said.isBefore(visit.overAt())).toList();
        return then.isEmpty() ? livingFirst(found) : then;
    }

    private List<Visit> livingFirst(List<Visit> found) {
        List<Visit> living = found.stream().filter(visit -> !visit.isOver(clock.instant())).toList();
        return living.isEmpty() ? found.stream().limit(1).toList() : living;
    }

    private Flux<Visit> seen(Place where, String person, String email) {
        Flux<Visit> here = visits.inSpace(where.space(), MOST);
        return where.direct()
                ? Flux.concat(here, visits.ofPerson(person, email, MOST)).distinct(Visit::id)
                        .sort((a, b) -> b.requestedAt().compareTo(a.requestedAt()))
                : here;
    }

    private static boolean isCalled(Visit visit, String name) {
        String id = name.toUpperCase(Locale.ROOT);
        return visit.id().equals(id) || visit.id().equals("V-" + id) || visit.label().equalsIgnoreCase(name);
    }
}
