package io.visitbot.store;

import java.time.Duration;

import io.visitbot.platform.Settings;

/**
 * How long what was needed is kept.
 *
 * @param phones {@code VISIT_PHONE_KEPT_HOURS}: how long after a visit's end phone numbers and links are kept; whole hours, 1
 * to 8760, default 24
 * @param visits {@code VISIT_KEPT_DAYS}: how long after its end a visit is known at all, with its messages; whole days, 1 to
 * 3650, default 30
 */
public record RetentionSettings(Duration phones, Duration visits) {

    public static RetentionSettings read(Settings settings) {
        return new RetentionSettings(Duration.ofHours(settings.number("VISIT_PHONE_KEPT_HOURS", 24, 1, 8_760)),
                Duration.ofDays(settings.number("VISIT_KEPT_DAYS", 30, 1, 3_650)));
    }
}
