package io.visitbot.visit;

import java.time.Duration;
import java.time.Instant;

/**
 * How many there may be within a time.
 *
 * @param most one more than these is refused; at least 1
 * @param now the end of the time that is looked at
 */
public record Quota(Limit limit, int most, Duration within, Instant now) {

    public Instant since() {
        return now.minus(within);
    }

    /** The refusal where {@code oldest} is the one that has to lie back far enough before there may be another. */
    public LimitReachedException reached(Instant oldest) {
        return new LimitReachedException(limit, most, oldest.plus(within));
    }
}
