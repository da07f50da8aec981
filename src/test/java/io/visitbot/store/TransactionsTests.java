package io.visitbot.store;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeoutException;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import reactor.core.publisher.Hooks;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;
import reactor.test.StepVerifier;

import static org.assertj.core.api.Assertions.assertThat;

class TransactionsTests {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Scheduler threads = Schedulers.newSingle("sql");

    @AfterEach
    void forget() {
        Hooks.resetOnErrorDropped();
        threads.dispose();
    }

    @Test
    void keepsQuietAboutWhatFailsWhenNobodyWaitsForItAnyMore(@TempDir Path folder) {
        Queue<Throwable> dropped = new ConcurrentLinkedQueue<>();
        Hooks.onErrorDropped(dropped::add);
        try (TestStore test = new TestStore(Dialect.SQLITE, folder)) {
            Transactions transactions = new Transactions(test.database, threads);

            CountDownLatch givenUp = new CountDownLatch(1);
            StepVerifier.create(transactions.read(_ -> failAfter(givenUp)).timeout(Duration.ofMillis(50)))
                    .expectError(TimeoutException.class).verify(PATIENCE);
            givenUp.countDown();
            threads.disposeGracefully().block(PATIENCE);

            assertThat(dropped).isEmpty();
        }
    }

    @Test
    void passesOnValuesFailuresAndNothing(@TempDir Path folder) {
        try (TestStore test = new TestStore(Dialect.SQLITE, folder)) {
            Transactions transactions = new Transactions(test.database, threads);

            StepVerifier.create(transactions.read(_ -> "value")).expectNext("value").expectComplete().verify(PATIENCE);
            StepVerifier.create(transactions.write(_ -> null)).expectComplete().verify(PATIENCE);
            StepVerifier.create(transactions.write(jdbc -> jdbc.sql("no sql").update())).expectError().verify(PATIENCE);
        }
    }

    private static @Nullable String failAfter(CountDownLatch moment) {
        try {
            moment.await();
        } catch (InterruptedException unexpected) {
            Thread.currentThread().interrupt();
        }
        throw new IllegalStateException("too late for anybody to hear");
    }
}
