package io.visitbot.visit;

import java.time.Clock;
import java.time.Duration;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;

import io.visitbot.platform.Ids;

/** Says in the thread that a visit's links take long, and after a minute adds a reference to ask with. */
final class SlowVisit implements JobHandler {

    private static final Duration LONG = Duration.ofMinutes(1);

    private static final Logger log = LoggerFactory.getLogger(SlowVisit.class);

    private final Visits visits;
    private final Announcer announcer;
    private final Ids ids;
    private final Clock clock;

    SlowVisit(Visits visits, Announcer announcer, Ids ids, Clock clock) {
        this.visits = visits;
        this.announcer = announcer;
        this.ids = ids;
        this.clock = clock;
    }

    @Override
    public Job.Kind kind() {
        return Job.Kind.WAIT;
    }

    @Override
    public Mono<Next> run(String visit, int attempt) {
        return visits.find(visit).filter(found -> found.state() instanceof Visit.State.Opening).flatMap(this::say)
                .defaultIfEmpty(Next.DONE);
    }

    private Mono<Next> say(Visit visit) {
        boolean isLong = !clock.instant().isBefore(visit.requestedAt().plus(LONG));
        Next next = isLong ? Next.DONE : new Next.Again(visit.requestedAt().plus(LONG));
        return announcer.waiting(visit, Delay.SLOW, isLong ? reference(visit) : "").thenReturn(next);
    }

    private String reference(Visit visit) {
        String reference = ids.reference();
        log.atWarn().addKeyValue("reference", reference).addKeyValue("visit", visit.id())
                .log("the links are not there after a minute");
        return reference;
    }
}
