package io.visitbot.sandbox.webex;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;

import org.jspecify.annotations.Nullable;

/**
 * A webhook's failed deliveries: 100 within five minutes switch it off, and within five minutes of that a single one
 * does so again.
 */
final class Failures {

    private static final int MAX = 100;
    private static final Duration WINDOW = Duration.ofMinutes(5);

    private final Deque<Instant> recent = new ArrayDeque<>();
    private @Nullable Instant switchedOff;

    /** Tells whether this failure was the last straw. */
    boolean failed(Instant at) {
        recent.addLast(at);
        while (!recent.isEmpty() && recent.getFirst().isBefore(at.minus(WINDOW))) {
            recent.removeFirst();
        }
        boolean onProbation = switchedOff != null && at.isBefore(switchedOff.plus(WINDOW));
        boolean off = onProbation || recent.size() >= MAX;
        if (off) {
            switchedOff(at);
        }
        return off;
    }

    void switchedOff(Instant at) {
        switchedOff = at;
        recent.clear();
    }

    void forget() {
        recent.clear();
    }
}
