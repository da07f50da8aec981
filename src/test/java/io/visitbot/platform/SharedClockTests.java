package io.visitbot.platform;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class SharedClockTests {

    private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");

    private final Clock machine = Clock.fixed(NOON, ZoneOffset.UTC);
    private final SharedClock clock = new SharedClock(machine);

    @Test
    void isTheMachinesWhereNobodySaysOtherwise() {
        assertThat(clock.instant()).isEqualTo(NOON);
        assertThat(clock.millis()).isEqualTo(NOON.toEpochMilli());
        assertThat(clock.getZone()).isEqualTo(ZoneOffset.UTC);
    }

    @Test
    void goesByTheCommonTime() {
        Clock elsewhere = clock.withZone(ZoneId.of("America/New_York"));

        clock.correct(Duration.ofMinutes(5));
        assertThat(clock.instant()).isEqualTo("2026-11-20T11:55:00Z");
        clock.correct(Duration.ofSeconds(-30));

        assertThat(clock.millis()).isEqualTo(Instant.parse("2026-11-20T12:00:30Z").toEpochMilli());
        assertThat(elsewhere.instant()).isEqualTo("2026-11-20T12:00:30Z");
        assertThat(elsewhere.getZone()).isEqualTo(ZoneId.of("America/New_York"));
        assertThat(clock.machine().instant()).isEqualTo(NOON);
    }
}
