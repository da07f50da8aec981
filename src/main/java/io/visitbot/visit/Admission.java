package io.visitbot.visit;

import org.jspecify.annotations.Nullable;

/**
 * What became of adding a colleague.
 *
 * @param email whom
 * @param outcome what the engine said
 * @param reason why not, in words, null otherwise
 */
public record Admission(String email, Outcome outcome, @Nullable String reason) {

    /** {@code ALREADY} is as good as {@code ADDED}; {@code FAILED} may work later. */
    public enum Outcome {
        ADDED, ALREADY, REFUSED, FAILED
    }

    public boolean isIn() {
        return outcome == Outcome.ADDED || outcome == Outcome.ALREADY;
    }
}
