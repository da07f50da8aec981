package io.visitbot.webhook;

import java.time.Duration;
import java.time.Instant;

/**
 * A kept event, handed over to be worked on.
 *
 * @param attempt counts from 0
 * @param receivedAt when it came in, on our clock
 * @param perhapsAgain whether an earlier hand-over may have been begun and cut (its process died, or it failed when something
 *            may have been said), so that what is said now may be said twice
 */
public record Delivery(VerifiedEvent event, int attempt, Instant receivedAt, boolean perhapsAgain) {

    /** Whether it is known that nothing came of it before. */
    public boolean isFirst() {
        return attempt == 0 && !perhapsAgain;
    }

    public boolean isOlderThan(Duration age, Instant now) {
        return receivedAt.plus(age).isBefore(now);
    }
}
