package io.visitbot.visit;

import java.time.Clock;
import java.time.Duration;

import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

import io.visitbot.platform.PhoneNumber;

/** Takes delivery reports, in whatever order they come, and plans that the thread hears of it. */
final class TextDelivery implements TextReports {

    private static final Duration PAUSE = Duration.ofMillis(400);
    private static final int LOOKS = 5;

    private final Texts texts;
    private final Clock clock;
    private final Scheduler timer;

    TextDelivery(Texts texts, Clock clock, Scheduler timer) {
        this.texts = texts;
        this.clock = clock;
        this.timer = timer;
    }

    /** A report can overtake the answer that names the message, so an unknown one is looked for a little longer. */
    @Override
    public Mono<Void> status(String providerId, TextStatus status, int errorCode) {
        return texts.findByProvider(providerId)
                .repeatWhenEmpty(LOOKS, tries -> tries.concatMap(_ -> Mono.delay(PAUSE, timer)))
                .onErrorResume(IllegalStateException.class, _ -> Mono.empty())
                .flatMap(text -> report(text, status, errorCode)).then();
    }

    @Override
    public Mono<Void> stop(PhoneNumber from) {
        return texts.optOut(from, true);
    }

    @Override
    public Mono<Void> start(PhoneNumber from) {
        return texts.optOut(from, false);
    }

    private Mono<Text> report(Text text, TextStatus status, int errorCode) {
        return texts.change(text.id(),
                now -> now.status().mayBecome(status) ? now.with(status, null, errorCode, clock.instant()) : now,
                PlannedJob.of(Job.Kind.REPORT, text.id(), clock.instant()));
    }
}
