package io.visitbot.store;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.PriorityBlockingQueue;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.function.Supplier;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.core.scheduler.Scheduler;

import io.visitbot.platform.Failure;
import io.visitbot.store.InboxWrite.Mark;
import io.visitbot.webhook.EventHandler;

/**
 * Works on kept events in this process, a bounded number at the same time, and has each outcome written down. Where many
 * wait, the newest goes first: who asks now is there to read the answer, and need not wait for a burst to be worked off.
 */
final class InboxWorker {

    private static final Logger LOG = LoggerFactory.getLogger(InboxWorker.class);
    private static final Duration LONGEST = Duration.ofMinutes(5);
    private static final Duration GIVEN_UP = Duration.ofHours(24);
    /** By how much the clocks of two processes may differ. */
    private static final Duration SURE = Duration.ofSeconds(2);
    private static final Duration TURN = Duration.ofSeconds(1);
    private static final Duration LONGEST_TURN = Duration.ofSeconds(15);
    private static final int ROOM = 8_192;
    private static final int AT_ONCE = 64;

    private final Supplier<EventHandler> handler;
    private final Function<Mark, Mono<Boolean>> marks;
    private final BackOff backOff;
    private final Clock clock;
    private final Scheduler threads;
    private final Runnable onDead;
    private final Map<String, Long> known = new ConcurrentHashMap<>();
    private final Set<String> begun = ConcurrentHashMap.newKeySet();
    private final ReentrantLock emitting = new ReentrantLock();
    private final PriorityBlockingQueue<KeptEvent> queue = new PriorityBlockingQueue<>(AT_ONCE,
            Comparator.comparingLong(KeptEvent::receivedAt).reversed());
    private final Sinks.Many<KeptEvent> events = Sinks.many().unicast().onBackpressureBuffer(queue);
    private final Sinks.Empty<Void> finished = Sinks.empty();
    private volatile boolean stopping;

    InboxWorker(Supplier<EventHandler> handler, Function<Mark, Mono<Boolean>> marks, BackOff backOff, Clock clock,
            Scheduler threads, Runnable onDead) {
        this.handler = handler;
        this.marks = marks;
        this.backOff = backOff;
        this.clock = clock;
        this.threads = threads;
        this.onDead = onDead;
    }

    void start() {
        events.asFlux().flatMap(this::work, AT_ONCE).doFinally(signal -> finished.tryEmitEmpty()).subscribe();
    }

    /** Takes an event unless it is here already. Where there is no room, the oldest are left to the sweep. */
    void take(KeptEvent kept) {
        if (known.putIfAbsent(kept.id(), kept.oursUntil()) == null && !emit(kept)) {
            leave(kept);
        }
    }

    private void leave(KeptEvent kept) {
        conclude(Mark.again(kept, kept.attempts(), clock.millis(), false));
    }

    /** Its lease has been made longer. */
    void renewed(String id, long until) {
        known.computeIfPresent(id, (_, _) -> until);
    }

    /** The ids of all that is here: waiting, being worked on, or having its outcome written. */
    Set<String> known() {
        return Set.copyOf(known.keySet());
    }

    /** How many of those left behind can be taken, so that as many new ones still find a place. */
    int room() {
        return Math.max(0, ROOM / 2 - known.size());
    }

    int waiting() {
        return Math.max(0, known.size() - begun.size());
    }

    int inFlight() {
        return begun.size();
    }

    /** The ids of what is being worked on, or has been and its outcome is not on disk. */
    Set<String> begun() {
        return Set.copyOf(begun);
    }

    /** Begins nothing more; completes when all that was begun has ended. */
    Mono<Void> stop() {
        stopping = true;
        emitting.lock();
        try {
            events.tryEmitComplete();
        } finally {
            emitting.unlock();
        }
        return finished.asMono();
    }

    private boolean emit(KeptEvent kept) {
        emitting.lock();
        try {
            if (queue.size() >= ROOM) {
                leaveOldest();
            }
            return events.tryEmitNext(kept).isSuccess();
        } finally {
            emitting.unlock();
        }
    }

    /** A quarter at a time, since it takes the whole queue apart. What is emitted next has the rest looked at again. */
    private void leaveOldest() {
        List<KeptEvent> newestFirst = new ArrayList<>(ROOM);
        queue.drainTo(newestFirst);
        int staying = Math.min(newestFirst.size(), ROOM - ROOM / 4);
        queue.addAll(newestFirst.subList(0, staying));
        newestFirst.subList(staying, newestFirst.size()).forEach(this::leave);
    }

    private Mono<Mark> work(KeptEvent kept) {
        return stopping ? Mono.empty() : Mono.defer(() -> handle(kept)).subscribeOn(threads);
    }

    private Mono<Mark> handle(KeptEvent kept) {
        if (!isOurs(kept)) {
            known.remove(kept.id());
            return Mono.empty();
        }
        begun.add(kept.id());
        return Mono.defer(() -> handler.get().handle(kept.delivery())).timeout(LONGEST, threads)
                .thenReturn(Mark.done(kept)).onErrorResume(error -> Mono.just(failed(kept, error)))
                .doOnNext(this::conclude);
    }

    /** After a standstill its lease may be over, and another process at work on it; the sweep finds it where none is. */
    private boolean isOurs(KeptEvent kept) {
        return clock.millis() < known.getOrDefault(kept.id(), 0L) - SURE.toMillis();
    }

    /** Gives the place to the next event at once, and forgets this one when its outcome is on disk. */
    private void conclude(Mark mark) {
        marks.apply(mark).filter(written -> written).subscribe(_ -> forget(mark.id()));
    }

    private void forget(String id) {
        begun.remove(id);
        known.remove(id);
    }

    private Mark failed(KeptEvent kept, Throwable error) {
        return switch (error) {
            case EventHandler.Interrupted interrupted -> failed(kept, interrupted.trouble(), true);
            case TimeoutException late -> failed(kept, late, true);
            case EventHandler.OutOfTurn _ -> waiting(kept);
            default -> failed(kept, error, false);
        };
    }

    /** The longer it has waited for its turn, the longer it may wait once more. */
    private Mark waiting(KeptEvent kept) {
        long now = clock.millis();
        long pause = Math.clamp((now - kept.receivedAt()) / 8, TURN.toMillis(), LONGEST_TURN.toMillis());
        return Mark.again(kept, kept.attempts(), now + pause, false);
    }

    private Mark failed(KeptEvent kept, Throwable error, boolean cut) {
        int failures = kept.attempts() + 1;
        if (clock.millis() - kept.receivedAt() >= GIVEN_UP.toMillis()) {
            LOG.error("event {} given up after {} attempts: {}", kept.id(), failures, Failure.words(error));
            onDead.run();
            return Mark.dead(kept);
        }
        LOG.warn("event {} failed in attempt {}: {}", kept.id(), failures, Failure.words(error));
        LOG.debug("event {}", kept.id(), Failure.trace(error));
        return Mark.again(kept, failures, clock.millis() + backOff.after(failures, error).toMillis(), cut);
    }
}
