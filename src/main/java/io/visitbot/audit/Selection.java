package io.visitbot.audit;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

/**
 * Which entries are wanted.
 *
 * @param since none that are older, null for no bound
 * @param visit only those about this visit's id, null for all
 */
public record Selection(@Nullable Instant since, @Nullable String visit) {

    /** All of them. */
    public static final Selection ALL = new Selection(null, null);

    /** The same, and none older than this day's beginning in UTC; a {@link java.time.DateTimeException} where it is no day. */
    public Selection since(String day) {
        return new Selection(LocalDate.parse(day).atStartOfDay(ZoneOffset.UTC).toInstant(), visit);
    }

    /** The same, about one visit, whose id may be written without its beginning and in any case. */
    public Selection about(String id) {
        String upper = id.toUpperCase(Locale.ROOT);
        return new Selection(since, upper.startsWith("V-") ? upper : "V-" + upper);
    }
}
