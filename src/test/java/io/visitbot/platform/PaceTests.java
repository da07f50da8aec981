package io.visitbot.platform;

import java.time.Duration;

import org.junit.jupiter.api.Test;
import reactor.test.scheduler.VirtualTimeScheduler;

import static org.assertj.core.api.Assertions.assertThat;

class PaceTests {

    private final VirtualTimeScheduler timer = VirtualTimeScheduler.create();
    private final Pace pace = new Pace(timer, Duration.ofMinutes(1), 2);

    @Test
    void letsSoManyThroughAndCountsTheRest() {
        assertThat(pace.turn()).hasValue(0);
        assertThat(pace.turn()).hasValue(0);
        assertThat(pace.turn()).isEmpty();
        assertThat(pace.turn()).isEmpty();

        timer.advanceTimeBy(Duration.ofMinutes(1));
        assertThat(pace.turn()).hasValue(2);
        assertThat(pace.turn()).hasValue(0);
        assertThat(pace.turn()).isEmpty();
    }
}
