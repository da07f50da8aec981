package io.visitbot.visit;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicBoolean;

import io.micrometer.core.instrument.MeterRegistry;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import io.visitbot.platform.ApiException;
import io.visitbot.platform.Urgency;

/**
 * Hands a text message over, once. The row says "sending" before the service is called; if that is what stands there
 * afterwards, nobody knows whether it was sent, and the service is asked instead of the message being repeated.
 */
final class SendText implements JobHandler {

    private static final Duration LOOK_LATER = Duration.ofSeconds(3);
    private static final Duration POLL = Duration.ofSeconds(60);
    private static final Duration LOOKED_FOR = Duration.ofSeconds(10);
    private static final Duration POLLED_FOR = Duration.ofMinutes(15);

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
        return texts.find(id).flatMap(this::goOn).defaultIfEmpty(Next.DONE);
    }

    private Mono<Next> goOn(Text text) {
        return switch (text.status()) {
            case PLANNED ->
                visits.find(text.visit()).flatMap(visit -> isWanted(text, visit) ? handOver(text, visit) : drop(text));
            case SENDING -> visits.find(text.visit()).flatMap(visit -> find(text, visit));
            case QUEUED, SENT -> poll(text);
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
        return claim(text).flatMap(claimed -> messenger.send(text.id(), text.to(), text.body(), validity(visit))
                .onErrorResume(ApiException.class, error -> notTaken(text, error))
                .flatMap(taken -> become(text, taken.status(), taken.providerId(), taken.errorCode())))
                .map(this::pollLater);
    }

    /** Empty where another run was faster: whoever makes the change is the one who sends. */
    private Mono<Text> claim(Text text) {
        AtomicBoolean ours = new AtomicBoolean();
        return texts.change(text.id(), now -> {
            ours.set(now.status() == TextStatus.PLANNED);
            return ours.get() ? now.with(TextStatus.SENDING, null, 0, clock.instant()) : now;
        }).filter(_ -> ours.get());
    }

    private Mono<PatientMessenger.Handover> notTaken(Text text, ApiException error) {
        return error.mayHaveBeenProcessed()
                ? Mono.error(error)
                : texts.change(text.id(), now -> now.status() == TextStatus.SENDING
                        ? now.with(TextStatus.PLANNED, null, 0, clock.instant())
                        : now,
                        PlannedJob.of(Job.Kind.REPORT, text.id(), clock.instant())).then(Mono.error(error));
    }

    /** Asks the service, for a while; once the visit is over, a single time. */
    private Mono<Next> find(Text text, Visit visit) {
        Instant now = clock.instant();
        Instant due = text.changedAt().plus(LOOK_LATER);
        if (now.isBefore(due)) {
            return Mono.just(new Next.Again(due));
        }
        boolean over = !now.isBefore(visit.until());
        return found(text).onErrorResume(ApiException.class, away -> over ? Mono.empty() : Mono.error(away))
                .flatMap(found -> become(text, found.status(), found.providerId(), found.errorCode()))
                .map(this::pollLater).switchIfEmpty(Mono.defer(() -> notFound(text, over)));
    }

    /** Another message of ours with the same words, which a resend has, is not the one that is looked for. */
    private Mono<PatientMessenger.Handover> found(Text text) {
        return messenger.find(text.to(), text.body(), text.changedAt())
                .filterWhen(found -> texts.findByProvider(found.providerId()).hasElement().map(known -> !known)).next();
    }

    private Mono<Next> notFound(Text text, boolean over) {
        return !over && clock.instant().isBefore(text.changedAt().plus(LOOKED_FOR))
                ? Mono.just(new Next.Again(clock.instant().plus(LOOK_LATER)))
                : unknown(text);
    }

    private Mono<Next> unknown(Text text) {
        return become(text, TextStatus.UNKNOWN, null, 0).thenReturn(Next.DONE);
    }

    private Mono<Next> poll(Text text) {
        String provider = text.providerId();
        if (provider == null || clock.instant().isAfter(text.changedAt().plus(POLLED_FOR))) {
            return Mono.just(Next.DONE);
        }
        return Urgency.background(messenger.look(provider))
                .flatMap(now -> become(text, now.status(), now.providerId(), now.errorCode()))
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
