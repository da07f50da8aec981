package io.visitbot.platform;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

/**
 * Whether a service takes our token, as seen by the calls that are made anyhow. After a refusal nobody calls but one a
 * minute, who finds out whether it is well again; another token is tried at once.
 */
final class Credential {

    static final Duration PROBE = Duration.ofMinutes(1);

    private static final Logger LOG = LoggerFactory.getLogger(Credential.class);

    private final String api;
    private final Token token;
    private final Pause clock;
    private final Scheduler timer;
    private final Runnable onWell;
    private final AtomicReference<@Nullable Secret> refused = new AtomicReference<>();
    private final AtomicLong nextProbe = new AtomicLong();
    private final AtomicBoolean probing = new AtomicBoolean();
    private volatile Mono<?> probe = Mono.empty();

    Credential(String api, Token token, Pause clock, Scheduler timer, Runnable onWell) {
        this.api = api;
        this.token = token;
        this.clock = clock;
        this.timer = timer;
        this.onWell = onWell;
    }

    /** What is called to find out whether it is well again; it has to come through here itself. */
    void probedBy(Mono<?> call) {
        probe = Urgency.background(call.onErrorComplete());
    }

    boolean isRefused() {
        return token.secret().equals(refused.get());
    }

    /** Fails at once while the token is known to be refused; watches the call otherwise. */
    <T> Mono<T> watch(Mono<T> call) {
        return Mono.defer(() -> {
            Secret used = token.secret();
            return isHeldBack()
                    ? Mono.error(held())
                    : call.doOnError(ApiException.class, failure -> failed(failure, used))
                            .doOnSuccess(_ -> accepted());
        });
    }

    private boolean isHeldBack() {
        long due = nextProbe.get();
        return isRefused()
                && (clock.now() < due || !nextProbe.compareAndSet(due, clock.now() + PROBE.toMillis()));
    }

    private ApiException held() {
        return ApiException.of(api, ApiException.Kind.MISCONFIGURED).status(401).heldBack()
                .retryAfter(Duration.ofMillis(Math.max(1, nextProbe.get() - clock.now()))).build();
    }

    private void failed(ApiException failure, Secret used) {
        if (failure.kind() == ApiException.Kind.MISCONFIGURED && failure.status() == 401) {
            nextProbe.set(clock.now() + PROBE.toMillis());
            if (!used.equals(refused.getAndSet(used))) {
                LOG.error("{} refuses the token in {}, and what needs it waits. Put a valid one into .env and call "
                        + "POST /actuator/reload, or start again.", api, token.setting());
                findOut();
            }
        }
    }

    private void accepted() {
        if (refused.getAndSet(null) != null) {
            LOG.info("{} takes the token in {} again", api, token.setting());
            onWell.run();
        }
    }

    private void findOut() {
        if (probing.compareAndSet(false, true)) {
            Mono.delay(PROBE, timer).then(Mono.defer(() -> probe)).repeat(this::isRefused)
                    .doFinally(_ -> probing.set(false)).subscribe();
        }
    }
}
