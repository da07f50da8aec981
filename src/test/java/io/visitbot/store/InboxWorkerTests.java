package io.visitbot.store;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;

import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

import io.visitbot.webhook.VerifiedEvent;

import static org.assertj.core.api.Assertions.assertThat;

class InboxWorkerTests {

    private final SteppedClock clock = new SteppedClock();
    private final CompletableFuture<Boolean> written = new CompletableFuture<>();
    private final InboxWorker worker = new InboxWorker(() -> delivery -> Mono.empty(),
            mark -> Mono.fromFuture(written, true),
            new BackOff(Duration.ofSeconds(1), Duration.ofSeconds(1), () -> 0), clock, Schedulers.immediate(), () -> {
            });

    @Test
    void countsAsBegunUntilItsOutcomeIsOnDisk() {
        worker.start();
        worker.take(kept(8));
        assertThat(worker.begun()).containsExactly("a");

        written.complete(true);
        assertThat(worker.begun()).isEmpty();
        assertThat(worker.known()).isEmpty();
    }

    @Test
    void staysBegunWhereItsOutcomeIsNeverWritten() {
        worker.start();
        worker.take(kept(8));
        written.complete(false);

        assertThat(worker.begun()).containsExactly("a");
    }

    @Test
    void leavesWhatMayBeAnothersAndTakesItWhereTheLeaseIsLonger() {
        worker.take(kept(8));
        clock.step(Duration.ofSeconds(7));
        worker.start();
        assertThat(worker.known()).isEmpty();
        assertThat(worker.begun()).isEmpty();

        worker.take(kept(8));
        assertThat(worker.begun()).containsExactly("a");
    }

    @Test
    void beginsWhatWasRenewed() {
        worker.take(kept(8));
        clock.step(Duration.ofSeconds(7));
        worker.renewed("a", clock.millis() + 8_000);
        worker.start();

        assertThat(worker.begun()).containsExactly("a");
    }

    private KeptEvent kept(long seconds) {
        return new KeptEvent(new VerifiedEvent("a", "messages", "created", "{}"), 0, clock.millis(), false,
                clock.millis() + seconds * 1_000);
    }
}
