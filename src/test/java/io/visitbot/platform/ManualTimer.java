package io.visitbot.platform;

import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Predicate;

import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.scheduler.Scheduler;

/**
 * A scheduler whose delays pass only when a test says so, for code that waits between real calls: the test waits until a
 * delay has been asked for and then lets it end.
 */
public final class ManualTimer implements Scheduler {

    private final BlockingQueue<Waiting> waiting = new LinkedBlockingQueue<>();
    private final AtomicLong passedMillis = new AtomicLong();

    /** Waits, at most 10 s of real time, until a fitting delay is asked for, and ends it. */
    public Duration pass(Predicate<Duration> fits) throws InterruptedException {
        Waiting next = waiting.poll(10, TimeUnit.SECONDS);
        while (next != null && (next.isDisposed() || !fits.test(next.delay))) {
            next = waiting.poll(10, TimeUnit.SECONDS);
        }
        if (next == null) {
            throw new AssertionError("nobody asked for such a delay");
        }
        passedMillis.addAndGet(next.delay.toMillis());
        next.task.run();
        return next.delay;
    }

    public Duration pass(Duration delay) throws InterruptedException {
        return pass(delay::equals);
    }

    /** The same on another thread, for a test whose own waits for what follows the delay. */
    public CompletableFuture<Duration> passSoon(Duration delay) {
        CompletableFuture<Duration> passed = new CompletableFuture<>();
        Thread.startVirtualThread(() -> {
            try {
                passed.complete(pass(delay));
            } catch (InterruptedException | AssertionError never) {
                passed.completeExceptionally(never);
            }
        });
        return passed;
    }

    /** Real time, and the delays that were ended early. */
    @Override
    public long now(TimeUnit unit) {
        return unit.convert(System.currentTimeMillis() + passedMillis.get(), TimeUnit.MILLISECONDS);
    }

    @Override
    public Disposable schedule(Runnable task) {
        task.run();
        return Disposables.disposed();
    }

    @Override
    public Disposable schedule(Runnable task, long delay, TimeUnit unit) {
        Waiting added = new Waiting(task, Duration.of(delay, unit.toChronoUnit()));
        waiting.add(added);
        return added;
    }

    @Override
    public Worker createWorker() {
        return new Worker() {
            @Override
            public Disposable schedule(Runnable task) {
                return ManualTimer.this.schedule(task);
            }

            @Override
            public Disposable schedule(Runnable task, long delay, TimeUnit unit) {
                return ManualTimer.this.schedule(task, delay, unit);
            }

            @Override
            public void dispose() {
                waiting.clear();
            }
        };
    }

    private static final class Waiting implements Disposable {

        private final Runnable task;
        private final Duration delay;
        private volatile boolean disposed;

        Waiting(Runnable task, Duration delay) {
            this.task = task;
            this.delay = delay;
        }

        @Override
        public void dispose() {
            disposed = true;
        }

        @Override
        public boolean isDisposed() {
            return disposed;
        }
    }
}
