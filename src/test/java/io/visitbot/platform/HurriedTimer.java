package io.visitbot.platform;

import java.util.concurrent.TimeUnit;

import reactor.core.Disposable;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/** A scheduler whose time runs faster, for tests that make real calls and have no use for waiting between them. */
public final class HurriedTimer implements Scheduler {

    private static final int FASTER = 10;

    private final Scheduler real = Schedulers.parallel();
    private final long begun = System.currentTimeMillis();

    @Override
    public long now(TimeUnit unit) {
        return unit.convert(begun + (System.currentTimeMillis() - begun) * FASTER, TimeUnit.MILLISECONDS);
    }

    @Override
    public Disposable schedule(Runnable task) {
        return real.schedule(task);
    }

    @Override
    public Disposable schedule(Runnable task, long delay, TimeUnit unit) {
        return real.schedule(task, Math.ceilDiv(unit.toMillis(delay), FASTER), TimeUnit.MILLISECONDS);
    }

    @Override
    public Worker createWorker() {
        Worker worker = real.createWorker();
        return new Worker() {
            @Override
            public Disposable schedule(Runnable task) {
                return worker.schedule(task);
            }

            @Override
            public Disposable schedule(Runnable task, long delay, TimeUnit unit) {
                return worker.schedule(task, Math.ceilDiv(unit.toMillis(delay), FASTER), TimeUnit.MILLISECONDS);
            }

            @Override
            public void dispose() {
                worker.dispose();
            }
        };
    }
}
