package io.visitbot.visit;

import java.time.Clock;
import java.time.Instant;
import java.util.List;

import io.micrometer.core.instrument.MeterRegistry;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;

import io.visitbot.platform.ApiException;
import io.visitbot.platform.Ids;

/** Makes a visit's links, plans the patient's text message, and has the result shown. Goes on until the links would have ended. */
final class OpenVisit implements JobHandler {

    private static final Logger log = LoggerFactory.getLogger(OpenVisit.class);

    private final Visits visits;
    private final MeetingEngine engine;
    private final Preparations preparations;
    private final InvitePatient invite;
    private final Announcer announcer;
    private final VisitSettings settings;
    private final Ids ids;
    private final Clock clock;
    private final MeterRegistry meters;

    OpenVisit(Visits visits, MeetingEngine engine, Preparations preparations, InvitePatient invite, Announcer announcer,
            VisitSettings settings, Ids ids, Clock clock, MeterRegistry meters) {
        this.visits = visits;
        this.engine = engine;
        this.preparations = preparations;
        this.invite = invite;
        this.announcer = announcer;
        this.settings = settings;
        this.ids = ids;
        this.clock = clock;
        this.meters = meters;
    }

    @Override
    public Job.Kind kind() {
        return Job.Kind.OPEN;
    }

    @Override
    public Mono<Next> run(String visit, int attempt) {
        return visits.find(visit).flatMap(this::goOn).thenReturn(Next.DONE);
    }

    private Mono<Void> goOn(Visit visit) {
        return switch (visit.state()) {
            case Visit.State.Opening _ when visit.isOver(clock.instant()) -> giveUp(visit);
            case Visit.State.Opening _ -> open(visit).flatMap(this::settled);
            case Visit.State.Ready _ -> settled(visit);
            case Visit.State.Failed failed -> announcer.failed(visit, failed.reference());
            case Visit.State.Cancelled _ -> Mono.empty();
        };
    }

    private Mono<Visit> open(Visit visit) {
        return preparations.take(visit.subject()).flatMap(prepared -> fromPrepared(visit, prepared))
                .switchIfEmpty(Mono.defer(() -> fresh(visit)))
                .onErrorResume(OpenVisit::needsAnOperator, error -> explain(visit, (ApiException) error))
                .flatMap(this::ready);
    }

    private Mono<Opened> fresh(Visit visit) {
        return engine.open(order(visit)).map(opened -> new Opened(visit, visit.until(), opened));
    }

    private Mono<Opened> fromPrepared(Visit visit, Preparations.Prepared prepared) {
        boolean asItIs = prepared.serve(visit, settings.linkLife(), clock.instant());
        Instant until = asItIs ? prepared.until() : visit.until();
        return prepared.opening().map(MeetingEngine.Opened::meeting).filter(meeting -> meeting.space() != null)
                .flatMap(meeting -> asItIs ? Mono.just(meeting) : engine.renew(order(visit), meeting))
                .flatMap(meeting -> withPeople(visit, meeting)).map(opened -> new Opened(visit, until, opened));
    }

    private Mono<MeetingEngine.Opened> withPeople(Visit visit, Meeting meeting) {
        Mono<List<Admission>> admissions = visit.people().isEmpty()
                ? Mono.just(List.of())
                : engine.add(meeting, visit.people());
        return admissions.map(added -> new MeetingEngine.Opened(meeting, added));
    }

    private Mono<Visit> ready(Opened opened) {
        Visit.State.Ready ready = new Visit.State.Ready(opened.result().meeting(), opened.result().admissions(),
                clock.instant());
        return visits.change(opened.visit().id(),
                visit -> visit.state() instanceof Visit.State.Opening
                        ? visit.until(opened.until()).people(allowed(visit, ready)).with(ready)
                        : visit,
                PlannedJob.of(Job.Kind.END, opened.visit().id(), opened.until()))
                .doOnNext(visit -> preparations.forget(visit.subject())).doOnNext(this::count);
    }

    private Mono<Void> settled(Visit visit) {
        return visit.state() instanceof Visit.State.Ready
                ? invite.atStart(visit).then(announcer.ready(visit))
                : Mono.empty();
    }

    private Mono<Void> giveUp(Visit visit) {
        Visit.State.Failed failed = new Visit.State.Failed(ids.reference(), clock.instant());
        log.atWarn().addKeyValue("reference", failed.reference()).addKeyValue("visit", visit.id())
                .log("the links were not made in time");
        return visits.change(visit.id(), now -> now.state() instanceof Visit.State.Opening ? now.with(failed) : now)
                .doOnNext(this::count).flatMap(this::goOn);
    }

    private Mono<Opened> explain(Visit visit, ApiException error) {
        return announcer.waiting(visit, Delay.REFUSED, error.reference()).then(Mono.error(error));
    }

    private static boolean needsAnOperator(Throwable error) {
        return ApiException.is(ApiException.Kind.MISCONFIGURED, ApiException.Kind.REFUSED, ApiException.Kind.GONE)
                .test(error);
    }

    /** Whom Webex refused is not among those who may see the visit. */
    private static List<String> allowed(Visit visit, Visit.State.Ready ready) {
        return visit.people().stream().filter(email -> ready.admissions().stream()
                .noneMatch(admission -> admission.email().equals(email)
                        && admission.outcome() == Admission.Outcome.REFUSED))
                .toList();
    }

    private static MeetingEngine.Order order(Visit visit) {
        return new MeetingEngine.Order(visit.subject(), visit.until(), visit.devices(), visit.people());
    }

    private void count(Visit visit) {
        String outcome = visit.state().getClass().getSimpleName().toLowerCase(java.util.Locale.ROOT);
        meters.counter("visit.visits", "outcome", outcome).increment();
    }

    /** What the engine made for a visit, and when it ends. */
    private record Opened(Visit visit, Instant until, MeetingEngine.Opened result) {
    }
}
