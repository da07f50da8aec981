package io.visitbot.visit;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

import io.visitbot.platform.PhoneNumbers;
import io.visitbot.platform.Settings;

/**
 * How much one person may ask for within an hour, and where text messages may go.
 *
 * @param visits {@code VISIT_LIMIT_VISITS_PER_HOUR}: visits of one person; 0 to 100000, 0 for any number, default 30
 * @param texts {@code VISIT_LIMIT_TEXTS_PER_HOUR}: text messages asked for by one person; the same bounds, default 60
 * @param textsToOne {@code VISIT_LIMIT_TEXTS_PER_RECIPIENT}: text messages to one number; the same bounds, default 6
 * @param regions {@code VISIT_SMS_REGIONS}: whose numbers are written to, in letters of ISO 3166; empty here for
 *     {@code *}, all; default the default region alone
 */
public record LimitSettings(int visits, int texts, int textsToOne, Set<String> regions) {

    private static final int MOST = 100_000;

    public static LimitSettings read(Settings settings) {
        return new LimitSettings(count(settings, "VISIT_LIMIT_VISITS_PER_HOUR", 30),
                count(settings, "VISIT_LIMIT_TEXTS_PER_HOUR", 60),
                count(settings, "VISIT_LIMIT_TEXTS_PER_RECIPIENT", 6),
                regions(settings));
    }

    private static int count(Settings settings, String name, int byDefault) {
        return (int) settings.number(name, byDefault, 0, MOST);
    }

    private static Set<String> regions(Settings settings) {
        return settings.parsed("VISIT_SMS_REGIONS", LimitSettings::regions,
                "must be two-letter regions with commas between them, such as US, CA, or * for every region")
                .orElseGet(() -> Set.of(VisitSettings.defaultRegion(settings)));
    }

    private static Set<String> regions(String value) {
        if (Set.of("*", "all").contains(value.toLowerCase(Locale.ROOT))) {
            return Set.of();
        }
        Set<String> regions = List.of(value.split("[,\\s]+")).stream().map(region -> region.toUpperCase(Locale.ROOT))
                .collect(Collectors.toUnmodifiableSet());
        if (regions.isEmpty() || !regions.stream().allMatch(PhoneNumbers::isRegion)) {
            throw new IllegalArgumentException("no regions");
        }
        return regions;
    }
}
