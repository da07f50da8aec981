package io.visitbot.sandbox.journal;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Writes times as the real services do. */
public final class Times {

    private static final DateTimeFormatter ISO = DateTimeFormatter
            .ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter RFC_2822 = DateTimeFormatter
            .ofPattern("EEE, dd MMM uuuu HH:mm:ss xx", Locale.ENGLISH).withZone(ZoneOffset.UTC);

    private Times() {
    }

    /** As Webex writes it: {@code 2026-01-05T10:00:00.000Z}. */
    public static String iso(Instant at) {
        return ISO.format(at);
    }

    /** As Twilio writes it: {@code Mon, 05 Jan 2026 10:00:00 +0000}. */
    public static String rfc2822(Instant at) {
        return RFC_2822.format(at);
    }
}
