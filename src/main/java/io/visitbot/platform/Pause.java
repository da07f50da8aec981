package io.visitbot.platform;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

/** Until when a service wants to be left alone. Two that are asked for at once are the longer one. */
final class Pause {

    /** So much longer it must be to be worth telling others, who keep so much more. */
    private static final long NEWS = 250;
    private static final Duration LONGEST = Duration.ofHours(1);
    private static final Duration RECOVERY = Duration.ofSeconds(10);

    private final Scheduler timer;
    private final AtomicLong end = new AtomicLong();

    Pause(Scheduler timer) {
        this.timer = timer;
    }

    /** Milliseconds since 1970, as the timer counts them. */
    long now() {
        return timer.now(TimeUnit.MILLISECONDS);
    }

    /** What others are told: those that are refused next are refused until a little later, and not each is news. */
    long news() {
        return end.get() + NEWS;
    }

    /** True where that is news. A time out of all bounds is cut. */
    boolean lastsUntil(long time) {
        long bounded = Math.min(time, now() + LONGEST.toMillis());
        return bounded > end.getAndAccumulate(bounded, Math::max) + NEWS;
    }

    /** How long it still lasts, zero where calls are welcome. */
    Duration left() {
        return Duration.ofMillis(Math.max(0, end.get() - now()));
    }

    /** Whether there has been none for a while. */
    boolean isForgotten() {
        long last = end.get();
        return last == 0 || now() >= last + RECOVERY.toMillis();
    }

    /** Completes when calls are welcome. */
    Mono<Void> over() {
        return Mono.defer(() -> {
            Duration left = left();
            return left.isZero() ? Mono.empty() : Mono.delay(left, timer).then(over());
        });
    }
}
