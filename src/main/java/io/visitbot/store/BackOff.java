package io.visitbot.store;

import java.time.Duration;
import java.util.function.DoubleSupplier;

import io.visitbot.platform.ApiException;

/**
 * How long to wait after a failure: twice as long each time, up to a bound, and a little less by chance so that many don't
 * come back together.
 *
 * @param random gives values from 0 to 1
 */
record BackOff(Duration first, Duration most, DoubleSupplier random) {

    /** Nobody puts a new token in place within seconds. */
    private static final Duration OPERATOR = Duration.ofMinutes(1);

    /** The wait after that many failures in a row, the first being 1. */
    Duration after(int failures) {
        int doublings = Math.clamp(failures - 1L, 0, 30);
        long longest = Math.min(first.toMillis() << doublings, most.toMillis());
        return Duration.ofMillis(Math.round(longest * (1 - random.getAsDouble() / 4)));
    }

    /** The same, or longer where a service asked to be left alone for longer. */
    Duration after(int failures, Throwable error) {
        Duration pause = isForOperator(error) ? longer(after(failures), OPERATOR) : after(failures);
        return error instanceof ApiException limited
                ? limited.retryAfter().filter(asked -> asked.compareTo(pause) > 0).orElse(pause)
                : pause;
    }

    private static boolean isForOperator(Throwable error) {
        return ApiException.is(ApiException.Kind.MISCONFIGURED).test(error);
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) > 0 ? one : other;
    }
}
