package io.visitbot.audit;

import java.time.Duration;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

import io.visitbot.platform.Settings;

/**
 * Who may read the record of who did what, and how long it is kept.
 *
 * @param auditors {@code VISIT_AUDITORS}: e-mail addresses, in lower case; separated by commas, default empty: nobody
 * @param kept {@code VISIT_AUDIT_KEPT_DAYS}: how long an entry is kept; whole days, 1 to 36500, default 2190: six years
 */
public record AuditSettings(Set<String> auditors, Duration kept) {

    public static AuditSettings read(Settings settings) {
        return new AuditSettings(
                settings.list("VISIT_AUDITORS").stream().map(address -> address.toLowerCase(Locale.ROOT))
                        .collect(Collectors.toUnmodifiableSet()),
                Duration.ofDays(settings.number("VISIT_AUDIT_KEPT_DAYS", 2190, 1, 36_500)));
    }

    boolean names(String email) {
        return auditors.contains(email.toLowerCase(Locale.ROOT));
    }
}
