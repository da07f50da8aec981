package io.visitbot.visit;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

import io.micrometer.core.instrument.MeterRegistry;
import reactor.core.publisher.Mono;

import io.visitbot.platform.ApiException;

/**
 * Hands a text message over, once. The row says "sending" before the service is called; if that is what stands there
 * afterwards, nobody knows whether it was sent, and the service is asked instead of the message being repeated.
 */
final class SendText implements JobHandler {

    private static final Duration LOOK_LATER = Duration.ofSeconds(3);
    private static final Duration POLL = Duration.ofSeconds(60);
    private static final int LOOKS = 3;
    private static final int POLLS = 12;

    private final Visits visits;
    private final Texts texts;
    private final PatientMessenger messenger;
    private final Clock clock;
    private final MeterRegistry meters;

    SendText(Visits visits, Texts texts, PatientMessenger messenger, Clock clock, MeterRegistry meters) {
        this.visits = visits;
        this.texts = texts;
        this.messenger = messenger;
        this.clock = clock;
        this.meters = meters;
    }

    @Override
    public Job.Kind kind() {
        return Job.Kind.TEXT;
    }

    @Override
    public Mono<Next> run(String id, int attempt) {
        return texts.find(id).flatMap(text -> goOn(text, attempt)).defaultIfEmpty(Next.DONE);
    }

    private Mono<Next> goOn(Text text, int attempt) {
        return switch (text.status()) {
            case PLANNED ->
                visits.find(text.visit()).flatMap(visit -> isWanted(text, visit) ? handOver(text, visit) : drop(text));
            case SENDING -> find(text, attempt);
            case QUEUED, SENT -> poll(text, attempt);
            case DELIVERED, UNDELIVERED, FAILED, CANCELLED, UNKNOWN -> Mono.just(Next.DONE);
        };
    }

    private boolean isWanted(Text text, Visit visit) {
        return clock.instant().isBefore(visit.until())
                && (text.purpose() == Text.Purpose.CANCELLED || visit.state() instanceof Visit.State.Ready);
    }

    private Mono<Next> drop(Text text) {
        return become(text, TextStatus.CANCELLED, null, 0).thenReturn(Next.DONE);
    }

    private Mono<Next> handOver(Text text, Visit visit) {
        return claim(text).flatMap(claimed -> messenger.send(text.to(), text.body(), validity(visit))
                .onErrorResume(ApiException.class, error -> notTaken(text, error))
                .flatMap(taken -> become(text, taken.status(), taken.providerId(), taken.errorCode())))
                .map(this::pollLater);
    }

    private Mono<Text> claim(Text text) {
        return texts.change(text.id(), now -> now.status() == TextStatus.PLANNED
                ? now.with(TextStatus.SENDING, null, 0, clock.instant())
                : now)
                .filter(now -> now.status() == TextStatus.SENDING);
    }

    private Mono<PatientMessenger.Handover> notTaken(Text text, ApiException error) {
        return error.mayHaveBeenProcessed()
                ? Mono.error(error)
                : texts.change(text.id(), now -> now.status() == TextStatus.SENDING
                        ? now.with(TextStatus.PLANNED, null, 0, clock.instant())
                        : now,
                        PlannedJob.of(Job.Kind.REPORT, text.id(), clock.instant())).then(Mono.error(error));
    }

    private Mono<Next> find(Text text, int attempt) {
        Instant due = text.changedAt().plus(LOOK_LATER);
        if (clock.instant().isBefore(due)) {
            return Mono.just(new Next.Again(due));
        }
        return messenger.find(text.to(), text.body(), text.changedAt())
                .flatMap(found -> become(text, found.status(), found.providerId(), found.errorCode()))
                .map(this::pollLater)
                .switchIfEmpty(Mono.defer(() -> notFound(text, attempt)));
    }

    private Mono<Next> notFound(Text text, int attempt) {
        return attempt < LOOKS
                ? Mono.just(new Next.Again(clock.instant().plus(LOOK_LATER)))
                : become(text, TextStatus.UNKNOWN, null, 0).thenReturn(Next.DONE);
    }

    private Mono<Next> poll(Text text, int attempt) {
        String provider = text.providerId();
        if (provider == null || attempt > POLLS) {
            return Mono.just(Next.DONE);
        }
        return messenger.look(provider).flatMap(now -> become(text, now.status(), now.providerId(), now.errorCode()))
                .map(this::pollLater).defaultIfEmpty(Next.DONE);
    }

    private Next pollLater(Text text) {
        return text.status().isFinal() ? Next.DONE : new Next.Again(clock.instant().plus(POLL));
    }

    private Mono<Text> become(Text text, TextStatus next, @org.jspecify.annotations.Nullable String provider,
            int code) {
        return texts.change(text.id(),
                now -> now.status().mayBecome(next) ? now.with(next, provider, code, clock.instant()) : now,
                PlannedJob.of(Job.Kind.REPORT, text.id(), clock.instant())).doOnNext(this::count);
    }

    private Duration validity(Visit visit) {
        return Duration.between(clock.instant(), visit.until());
    }

    private void count(Text text) {
        meters.counter("visit.texts", "status", text.status().name().toLowerCase(java.util.Locale.ROOT)).increment();
    }
}
