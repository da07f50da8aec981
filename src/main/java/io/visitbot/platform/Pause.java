package io.visitbot.platform;

import java.time.Duration;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

/** Until when a service wants to be left alone. Two that are asked for at once are the longer one. */
final class Pause {

    private static final long MARGIN = 250;
    private static final Duration LONGEST = Duration.ofHours(1);
    private static final Duration RECOVERY = Duration.ofSeconds(10);

    private final Scheduler timer;
    private final AtomicLong end = new AtomicLong();

    Pause(Scheduler timer) {
        this.timer = timer;
    }

    /** Milliseconds since some moment, as the timer of this instance counts them. */
    long now() {
        return timer.now(TimeUnit.MILLISECONDS);
    }

    /**
     * The service asks for it, and where that is news, everybody adds a little: others that are refused at about the same
     * time then have no news, and nobody begins before the last of them may.
     *
     * @param milliseconds from now
     * @return what everybody should be told, also from now, empty where that is no news
     */
    OptionalLong askedFor(long milliseconds) {
        long bounded = bounded(milliseconds);
        long wished = now() + bounded;
        return wished > end.getAndUpdate(known -> wished > known ? wished + MARGIN : known)
                ? OptionalLong.of(bounded + MARGIN)
                : OptionalLong.empty();
    }

    /** Somebody else was asked for it; milliseconds from now. */
    void lastsFor(long milliseconds) {
        end.accumulateAndGet(now() + bounded(milliseconds), Math::max);
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

    /** One out of all bounds is cut. */
    private static long bounded(long milliseconds) {
        return Math.min(milliseconds, LONGEST.toMillis());
    }
}
