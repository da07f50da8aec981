package io.visitbot.cards;

import java.time.Duration;
import java.util.List;

/**
 * What a form may ask for.
 *
 * @param languages the tags that are offered, the default first
 * @param shortest how long links live at least
 * @param longest how long links live at most
 */
public record FormLimits(List<String> languages, Duration shortest, Duration longest) {

    /** From 5 minutes to 24 hours. */
    public static FormLimits of(List<String> languages) {
        return new FormLimits(List.copyOf(languages), Duration.ofMinutes(5), Duration.ofHours(24));
    }

    boolean allow(Duration duration) {
        return duration.compareTo(shortest) >= 0 && duration.compareTo(longest) <= 0;
    }
}
