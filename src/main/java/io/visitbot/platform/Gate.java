package io.visitbot.platform;

import java.time.Duration;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

/**
 * What every call to a service with one token goes through. Once the service has named a time (429, or another failure
 * with Retry-After), no call is made before it; those that wait go afterwards, the urgent ones first and a few side by
 * side. Where the token is refused, calls fail without being made. When the service is well again, what waits is hastened.
 */
public final class Gate {

    private static final Duration IN_LINE = Duration.ofSeconds(5);
    private static final Duration LATER = Duration.ofSeconds(1);

    private final String api;
    private final Pause pause;
    private final Line line;
    private final Outage outage;
    private final @Nullable Credential credential;
    private final Consumer<Long> others;
    private final MeterRegistry meters;
    private final Counter pauses;

    /**
     * @param others told how long there is a pause, in milliseconds
     * @param onWell told when a refused token is taken again, and when the service answers again after an outage
     */
    Gate(Name name, @Nullable Token token, Scheduler timer, Consumer<Long> others, Runnable onWell,
            MeterRegistry meters) {
        this.api = name.api();
        this.pause = new Pause(timer);
        this.line = new Line(pause, timer);
        this.outage = new Outage(name.name(), pause, timer, onWell);
        this.credential = token == null ? null : new Credential(api, token, pause, timer, onWell);
        this.others = others;
        this.meters = meters;
        this.pauses = Counter.builder("visit.api.pauses").tag("api", name.name())
                .description("Times that a service asked to be left alone").register(meters);
        Gauge.builder("visit.api.pause.seconds", pause, now -> now.left().toMillis() / 1000.0)
                .tag("api", name.name()).description("For how long a service still wants to be left alone")
                .register(meters);
        Gauge.builder("visit.api.waiting", line, Line::length).tag("api", name.name())
                .description("Calls that wait for their turn").register(meters);
        if (token != null) {
            Gauge.builder("visit.token.refused", this, gate -> gate.isTokenRefused() ? 1 : 0).tag("api", name.name())
                    .description("1 while a service refuses our token").register(meters);
        }
    }

    /** Tells whether a failure is the service's wish that nobody calls for a while. */
    static boolean asksForPause(ApiException failure) {
        return failure.retryAfter().isPresent() && !failure.wasHeldBack()
                && (failure.status() == 429 || failure.kind() == ApiException.Kind.UNAVAILABLE);
    }

    /** Makes the call when it may be made; fails as {@code LIMITED} where that is further away than the patience. */
    public <T> Mono<T> pass(Duration patience, Mono<T> call) {
        Mono<T> watched = outage.watch(call.doOnError(ApiException.class, this::failed));
        Mono<T> admitted = credential == null ? watched : credential.watch(watched);
        return Mono.<T>deferContextual(context -> {
            Duration left = pause.left();
            if (left.compareTo(patience) > 0) {
                return Mono.error(limited(left));
            }
            return pause.isForgotten() && line.length() == 0
                    ? admitted
                    : inLine(Urgency.of(context), left.plus(IN_LINE), admitted);
        }).doOnError(ApiException.class, this::count);
    }

    /** Whether the service refuses the token that we have, as far as the last call told. */
    public boolean isTokenRefused() {
        return credential != null && credential.isRefused();
    }

    /** What finds out now and then whether a refused token is well again, or a service that was away is back. */
    public void probedBy(Mono<?> call) {
        outage.probedBy(call);
        if (credential != null) {
            credential.probedBy(call);
        }
    }

    /** Some instance was told so; milliseconds from now, since its clock may be another. */
    void closedFor(long left) {
        pause.lastsFor(left);
    }

    /** Some instance has found out that the service is well again. */
    void isWell() {
        outage.isOver();
    }

    private <T> Mono<T> inLine(Urgency urgency, Duration most, Mono<T> call) {
        return line.inTurn(urgency, most, call).onErrorMap(TimeoutException.class, _ -> limited(pause.left()));
    }

    private void failed(ApiException failure) {
        if (asksForPause(failure)) {
            pause.askedFor(failure.retryAfter().orElse(LATER).toMillis()).ifPresent(this::tell);
        }
    }

    private void tell(long left) {
        pauses.increment();
        others.accept(left);
    }

    private void count(ApiException failure) {
        if (failure.wasHeldBack()) {
            meters.counter("visit.api.calls", "api", api, "status", "held").increment();
        }
    }

    private ApiException limited(Duration left) {
        return ApiException.of(api, ApiException.Kind.LIMITED).heldBack()
                .retryAfter(left.compareTo(LATER) > 0 ? left : LATER).build();
    }

    /** The gate's own name and the service's: {@code webex-guest} and {@code webex}. */
    record Name(String name, String api) {
    }
}
