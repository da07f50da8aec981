package io.visitbot.visit;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import io.micrometer.core.instrument.MeterRegistry;

/** The quotas that apply now, and a meter of what was refused. */
final class Limits {

    private static final Duration HOUR = Duration.ofHours(1);

    private final LimitSettings settings;
    private final Clock clock;
    private final MeterRegistry meters;

    Limits(LimitSettings settings, Clock clock, MeterRegistry meters) {
        this.settings = settings;
        this.clock = clock;
        this.meters = meters;
    }

    /** Of one person's visits; empty where there is no limit. */
    Optional<Quota> visits() {
        return quota(Limit.VISITS, settings.visits(), clock.instant());
    }

    /** Of the text messages that one person asks for, and of those to one number. */
    List<Quota> texts() {
        Instant now = clock.instant();
        return Stream.of(quota(Limit.TEXTS, settings.texts(), now),
                quota(Limit.RECIPIENT, settings.textsToOne(), now)).flatMap(Optional::stream).toList();
    }

    void refused(Limit limit) {
        meters.counter("visit.refused", "limit", limit.tag()).increment();
    }

    private static Optional<Quota> quota(Limit limit, int most, Instant now) {
        return most == 0 ? Optional.empty() : Optional.of(new Quota(limit, most, HOUR, now));
    }
}
