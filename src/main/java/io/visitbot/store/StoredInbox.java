package io.visitbot.store;

import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

import io.visitbot.webhook.Inbox;
import io.visitbot.webhook.VerifiedEvent;

/**
 * The inbox on disk. It is open before the first request can come in and closes after the last one: then it writes what
 * waits, lets what was begun end, and leaves the rest for the next start.
 */
final class StoredInbox implements Inbox, SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(StoredInbox.class);
    private static final Duration RENEWAL = Duration.ofSeconds(2);
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final InboxWriter writer;
    private final InboxWorker worker;
    private final InboxSweep sweep;
    private final Clock clock;
    private final Scheduler threads;
    private final Scheduler blocking;
    private @Nullable Disposable renewing;
    private volatile boolean running;

    StoredInbox(InboxWriter writer, InboxWorker worker, InboxSweep sweep, Clock clock, Scheduler threads,
            Scheduler blocking) {
        this.writer = writer;
        this.worker = worker;
        this.sweep = sweep;
        this.clock = clock;
        this.threads = threads;
        this.blocking = blocking;
    }

    @Override
    public Mono<Receipt> accept(VerifiedEvent event) {
        return Mono.fromFuture(() -> writer.accept(event, clock.millis()), true).publishOn(threads);
    }

    @Override
    public void start() {
        worker.start();
        writer.start();
        renewing = Flux.interval(RENEWAL, threads).onBackpressureDrop()
                .concatMap(tick -> Mono.fromRunnable(sweep::renew).subscribeOn(blocking).onErrorComplete()).subscribe();
        running = true;
    }

    @Override
    public void stop() {
        running = false;
        try {
            writer.refuse();
            worker.stop().toFuture().get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (TimeoutException | ExecutionException unfinished) {
            LOG.warn("left for the next start: {} events", worker.inFlight() + worker.waiting());
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
        close();
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** Before the web server starts, and after it has stopped. */
    @Override
    public int getPhase() {
        return DEFAULT_PHASE - 4_096;
    }

    private void close() {
        try {
            if (renewing != null) {
                renewing.dispose();
            }
            writer.end();
            sweep.release();
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException away) {
            LOG.warn("leases are left to run out: {}", Trouble.of(away).finding());
        }
    }
}
