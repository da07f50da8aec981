package io.visitbot;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.health.contributor.CompositeReactiveHealthContributor;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.ReactiveHealthIndicator;
import org.springframework.boot.health.contributor.Status;
import reactor.core.publisher.Mono;
import reactor.test.scheduler.VirtualTimeScheduler;

import io.visitbot.platform.Check;

import static org.assertj.core.api.Assertions.assertThat;

class HealthConfigurationTests {

    private final VirtualTimeScheduler time = VirtualTimeScheduler.getOrSet();
    private final AtomicInteger looks = new AtomicInteger();
    private final CompositeReactiveHealthContributor health = new HealthConfiguration()
            .visitHealthContributor(List.of(new Disk()));

    @AfterEach
    void stop() {
        VirtualTimeScheduler.reset();
    }

    @Test
    void looksOnceHoweverManyAskAndAgainAfterAWhile() {
        for (int asked = 0; asked < 100; asked++) {
            assertThat(disk().getStatus()).isEqualTo(Status.UP);
        }
        assertThat(looks).hasValue(1);

        time.advanceTimeBy(Duration.ofSeconds(1));
        assertThat(disk().getStatus()).isEqualTo(Status.DOWN);
        assertThat(disk().getDetails()).containsEntry("cure", "make room");
        assertThat(looks).hasValue(2);
    }

    private Health disk() {
        ReactiveHealthIndicator disk = (ReactiveHealthIndicator) health.getContributor("Disk");
        return Objects.requireNonNull(Objects.requireNonNull(disk).health().block());
    }

    /** Well at first, and full from the second look on. */
    private final class Disk implements Check {

        @Override
        public String name() {
            return "Disk";
        }

        @Override
        public boolean local() {
            return true;
        }

        @Override
        public Mono<Result> run() {
            return Mono.fromSupplier(
                    () -> looks.incrementAndGet() == 1 ? Result.ok("well") : Result.wrong("full", "make room"));
        }
    }
}
