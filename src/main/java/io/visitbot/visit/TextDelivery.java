package io.visitbot.visit;

import java.time.Clock;
import java.time.Duration;

import org.jspecify.annotations.Nullable;
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

    /** Where the service gives our id back, a message whose hand-over nobody knows the end of is known from then on. */
    @Override
    public Mono<Void> status(String providerId, @Nullable String text, TextStatus status, int errorCode) {
        Mono<Text> named = text == null ? Mono.empty() : texts.find(text).filter(found -> is(found, providerId));
        return named.switchIfEmpty(Mono.defer(() -> byProvider(providerId)))
                .flatMap(found -> report(found, providerId, status, errorCode)).then();
    }

    private static boolean is(Text text, String providerId) {
        return text.providerId() == null ? isOpen(text) : text.providerId().equals(providerId);
    }

    private static boolean isOpen(Text text) {
        return text.status() == TextStatus.SENDING || text.status() == TextStatus.UNKNOWN;
    }

    /** A report can overtake the answer that names the message, so an unknown one is looked for a little longer. */
    private Mono<Text> byProvider(String providerId) {
        return texts.findByProvider(providerId)
                .repeatWhenEmpty(LOOKS, tries -> tries.concatMap(_ -> Mono.delay(PAUSE, timer)))
                .onErrorResume(IllegalStateException.class, _ -> Mono.empty());
    }

    @Override
    public Mono<Void> stop(PhoneNumber from) {
        return texts.optOut(from, true);
    }

    @Override
    public Mono<Void> start(PhoneNumber from) {
        return texts.optOut(from, false);
    }

    private Mono<Text> report(Text text, String providerId, TextStatus status, int errorCode) {
        return texts.change(text.id(),
                now -> is(now, providerId) && now.status().mayBecome(status)
                        ? now.with(status, providerId, errorCode, clock.instant())
                        : now,
                PlannedJob.of(Job.Kind.REPORT, text.id(), clock.instant()));
    }
}
