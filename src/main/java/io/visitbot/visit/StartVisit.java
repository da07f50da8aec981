package io.visitbot.visit;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;

import io.visitbot.platform.Ids;

/** Writes a visit down and plans what follows, in one step: from here on nothing is lost. */
public final class StartVisit {

    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final int SHORTEST_ID = 4;
    private static final int DRAWS = 8;

    private final Visits visits;
    private final Ids ids;
    private final Clock clock;
    private final Duration linkLife;
    private final Limits limits;

    StartVisit(Visits visits, Ids ids, Clock clock, Duration linkLife, Limits limits) {
        this.visits = visits;
        this.ids = ids;
        this.clock = clock;
        this.linkLife = linkLife;
        this.limits = limits;
    }

    /** Fails with a {@link LimitReachedException} where this person can't start another visit now. */
    public Mono<Void> check(String person) {
        return Mono.justOrEmpty(limits.visits()).flatMap(quota -> visits.check(person, quota)).doOnError(this::count);
    }

    /** The visit that stands for the request's origin, and whether this request began it; a {@link LimitReachedException} where it is one too many. */
    public Mono<Visits.Kept> start(VisitRequest request) {
        return Mono.defer(() -> keep(draw(request, SHORTEST_ID)))
                .retryWhen(Retry.max(DRAWS).filter(Visits.IdTakenException.class::isInstance))
                .onErrorResume(reactor.core.Exceptions::isRetryExhausted,
                        taken -> keep(draw(request, SHORTEST_ID + 3)))
                .doOnError(this::count);
    }

    private Mono<Visits.Kept> keep(Visit visit) {
        PlannedJob[] jobs = {PlannedJob.of(Job.Kind.OPEN, visit.id(), visit.requestedAt()),
                PlannedJob.of(Job.Kind.WAIT, visit.id(), visit.requestedAt().plus(PATIENCE))};
        return limits.visits().map(quota -> visits.add(visit, quota, jobs)).orElseGet(() -> visits.add(visit, jobs));
    }

    private void count(Throwable error) {
        if (error instanceof LimitReachedException over) {
            limits.refused(over.limit());
        }
    }

    private Visit draw(VisitRequest request, int length) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        Duration life = request.life() == null ? linkLife : request.life();
        String subject = request.subject() == null ? ids.subject() : request.subject();
        return new Visit(ids.visit(length), request.origin(), subject, request.place(), request.requester(),
                request.label(),
                request.language(), now, now.plus(life), request.people(), request.devices(), request.phone(),
                request.sendText(), new Visit.State.Opening());
    }
}
