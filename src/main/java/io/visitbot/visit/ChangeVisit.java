package io.visitbot.visit;

import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;

import io.micrometer.core.instrument.MeterRegistry;
import reactor.core.publisher.Mono;

/** What people do to a visit that stands: call it off, bring in a colleague, ring a device. */
public final class ChangeVisit {

    private final Visits visits;
    private final Texts texts;
    private final InvitePatient invite;
    private final MeetingEngine engine;
    private final Clock clock;
    private final MeterRegistry meters;

    ChangeVisit(Visits visits, Texts texts, InvitePatient invite, MeetingEngine engine, Clock clock,
            MeterRegistry meters) {
        this.visits = visits;
        this.texts = texts;
        this.invite = invite;
        this.engine = engine;
        this.clock = clock;
        this.meters = meters;
    }

    /** Calls it off: what was not sent stays unsent, and who was written to is told. Gives the messages that tell it. */
    public Mono<List<Text>> cancel(Visit visit, Actor by) {
        return visits.change(by, visit.id(), now -> cancelled(now, by.email()))
                .doOnNext(_ -> meters.counter("visit.visits", "outcome", "cancelled").increment())
                .flatMap(now -> holdBack(now).then(invite.tellCancelled(now, by).collectList()));
    }

    /** Adds a colleague to the room, and lets him see the visit. Empty where it has no links. */
    public Mono<Admission> add(Visit visit, String email, Actor by) {
        if (!(visit.state() instanceof Visit.State.Ready ready)) {
            return Mono.empty();
        }
        return engine.add(ready.meeting(), List.of(email)).map(List::getFirst)
                .flatMap(admission -> visits.change(by, visit.id(), now -> with(now, admission)).thenReturn(admission));
    }

    /** A new host link that rings the device when it is opened. Empty where the visit has no links. */
    public Mono<Meeting> ring(Visit visit, String device) {
        return visit.state() instanceof Visit.State.Ready ready
                ? engine.renew(new MeetingEngine.Order(visit.subject(), visit.until(), List.of(device), List.of()),
                        ready.meeting())
                : Mono.empty();
    }

    private Visit cancelled(Visit visit, String by) {
        return switch (visit.state()) {
            case Visit.State.Opening _ -> visit.with(new Visit.State.Cancelled(null, by, clock.instant()));
            case Visit.State.Ready ready -> visit.with(new Visit.State.Cancelled(ready.meeting(), by, clock.instant()));
            case Visit.State.Cancelled _,Visit.State.Failed _ -> visit;
        };
    }

    private Mono<Void> holdBack(Visit visit) {
        return texts.of(visit.id())
                .filter(text -> text.status() == TextStatus.PLANNED && text.purpose() == Text.Purpose.INVITE)
                .concatMap(text -> texts.change(text.id(), now -> now.status() == TextStatus.PLANNED
                        ? now.with(TextStatus.CANCELLED, null, 0, clock.instant())
                        : now, PlannedJob.of(Job.Kind.REPORT, text.id(), clock.instant())))
                .then();
    }

    private static Visit with(Visit visit, Admission admission) {
        if (!admission.isIn() || !(visit.state() instanceof Visit.State.Ready ready)) {
            return visit;
        }
        Stream<Admission> others = ready.admissions().stream()
                .filter(other -> !other.email().equals(admission.email()));
        Stream<String> people = Stream.concat(visit.people().stream(), Stream.of(admission.email()));
        return visit.people(people.distinct().toList()).with(new Visit.State.Ready(ready.meeting(),
                Stream.concat(others, Stream.of(admission)).toList(), ready.at()));
    }
}
