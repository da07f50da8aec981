package io.visitbot.visit;

import java.time.Clock;

import reactor.core.publisher.Mono;

import io.visitbot.visit.Act.Kind;

/** Writes down that a visit ended by its time. One that was called off, or given up, has its entry already. */
final class EndVisit implements JobHandler {

    private final Visits visits;
    private final AuditTrail trail;
    private final Clock clock;

    EndVisit(Visits visits, AuditTrail trail, Clock clock) {
        this.visits = visits;
        this.trail = trail;
        this.clock = clock;
    }

    @Override
    public Job.Kind kind() {
        return Job.Kind.END;
    }

    @Override
    public Mono<Next> run(String visit, int attempt) {
        return visits.find(visit).filter(found -> found.state() instanceof Visit.State.Ready).flatMap(this::end)
                .defaultIfEmpty(Next.DONE);
    }

    private Mono<Next> end(Visit visit) {
        return clock.instant().isBefore(visit.until())
                ? Mono.just(new Next.Again(visit.until()))
                : trail.record(ended(visit)).thenReturn(Next.DONE);
    }

    private static Act ended(Visit visit) {
        return new Act("visit:" + visit.id() + ":ended", Kind.ENDED, visit.id(), visit.place().space(), Actor.ITSELF,
                "links were good until " + visit.until());
    }
}
