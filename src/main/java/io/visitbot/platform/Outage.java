package io.visitbot.platform;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

/**
 * Whether a service answers, as seen by the calls that are made anyhow. While it does not, it is asked every five seconds,
 * so that what waits goes on soon after it is back, and not only when its own next try is due.
 */
final class Outage {

    private static final Duration PROBE = Duration.ofSeconds(5);
    /** What failed within less is tried again soon by itself. */
    private static final Duration SHORT = Duration.ofSeconds(5);
    /** A service that comes and goes hastens what waits no more often. */
    private static final Duration APART = Duration.ofMinutes(1);
    private static final long NONE = -1;
    private static final Logger LOG = LoggerFactory.getLogger(Outage.class);

    private final String api;
    private final Pause pause;
    private final Scheduler timer;
    private final Runnable onBack;
    private final AtomicLong since = new AtomicLong(NONE);
    private final AtomicLong nextTold = new AtomicLong();
    private final AtomicBoolean probing = new AtomicBoolean();
    private volatile @Nullable Mono<?> probe;

    Outage(String api, Pause pause, Scheduler timer, Runnable onBack) {
        this.api = api;
        this.pause = pause;
        this.timer = timer;
        this.onBack = onBack;
    }

    /**
     * What is called to find out whether the service is back; it has to come through here itself. Without it nothing is
     * watched.
     */
    void probedBy(Mono<?> call) {
        probe = Urgency.background(call.onErrorComplete());
    }

    /** The same call, from which is learnt how the service is. */
    <T> Mono<T> watch(Mono<T> call) {
        return call.doOnError(ApiException.class, this::failed).doOnSuccess(_ -> answered());
    }

    /** Somebody has noticed, here or in another instance, and everybody is told. */
    void isOver() {
        since.set(NONE);
        nextTold.set(pause.now() + APART.toMillis());
    }

    private void failed(ApiException failure) {
        Mono<?> call = probe;
        if (call != null && (failure.kind() == ApiException.Kind.UNAVAILABLE || Gate.asksForPause(failure))) {
            since.compareAndSet(NONE, pause.now());
            findOut(call);
        }
    }

    private void answered() {
        long begun = since.get();
        if (begun == NONE || !pause.left().isZero()) {
            return;
        }
        long lasted = pause.now() - begun;
        if (lasted < SHORT.toMillis()) {
            since.compareAndSet(begun, NONE);
        } else if (pause.now() >= nextTold.get() && since.compareAndSet(begun, NONE)) {
            LOG.info("{} answers again after {} s; what waited for it goes on", api, lasted / 1000);
            onBack.run();
        }
    }

    private void findOut(Mono<?> call) {
        if (probing.compareAndSet(false, true)) {
            Mono.delay(PROBE, timer).then(call).repeat(() -> since.get() != NONE)
                    .doFinally(_ -> probing.set(false)).subscribe();
        }
    }
}
