package io.visitbot.visit;

import java.time.Duration;
import java.time.ZoneId;
import java.util.Locale;

import io.visitbot.platform.PhoneNumbers;
import io.visitbot.platform.Settings;

/**
 * How visits are made.
 *
 * @param linkLife {@code IC_URL_DURATION}: how long links live where nobody says otherwise; whole seconds, 60 to 86400,
 * default 3600
 * @param defaultRegion {@code VISIT_DEFAULT_REGION}: whose phone numbers need no country code; two letters of ISO 3166,
 * default {@code US}
 * @param zone {@code VISIT_TIME_ZONE}: the clock for people whose zone Webex doesn't know; such as
 * {@code America/New_York}, default {@code UTC}
 * @param prepare {@code VISIT_PREPARE}: whether links are made while the form is filled; {@code on} or {@code off},
 * default {@code on}
 */
public record VisitSettings(Duration linkLife, String defaultRegion, ZoneId zone, boolean prepare) {

    public static VisitSettings read(Settings settings) {
        return new VisitSettings(
                settings.seconds("IC_URL_DURATION", Duration.ofHours(1), Duration.ofMinutes(1), Duration.ofDays(1)),
                defaultRegion(settings),
                settings.zone("VISIT_TIME_ZONE").orElse(ZoneId.of("UTC")), settings.flag("VISIT_PREPARE", true));
    }

    static String defaultRegion(Settings settings) {
        return settings.parsed("VISIT_DEFAULT_REGION", VisitSettings::region, "must be two letters such as US or MX")
                .orElse("US");
    }

    private static String region(String value) {
        String region = value.toUpperCase(Locale.ROOT);
        if (!PhoneNumbers.isRegion(region)) {
            throw new IllegalArgumentException("no region");
        }
        return region;
    }
}
