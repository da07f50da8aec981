package io.visitbot.platform;

import java.time.Duration;
import java.util.Comparator;
import java.util.Queue;
import java.util.concurrent.PriorityBlockingQueue;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;

import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.core.scheduler.Scheduler;

/** Calls that wait while a service wants to be left alone; afterwards the urgent ones go first, a few side by side. */
final class Line {

    private static final int SIDE_BY_SIDE = 8;
    private static final Duration BUSY = Duration.ofSeconds(1);

    private final Scheduler timer;
    private final AtomicLong number = new AtomicLong();
    private final Queue<Place> places = new PriorityBlockingQueue<>();
    private final Sinks.Many<Place> arrivals = Sinks.many().unicast().onBackpressureBuffer();

    Line(Pause pause, Scheduler timer) {
        this.timer = timer;
        arrivals.asFlux().flatMap(_ -> pause.over().then(Mono.defer(this::next)), SIDE_BY_SIDE).subscribe();
    }

    int length() {
        return places.size();
    }

    /** Makes the call in its turn, or fails with {@link TimeoutException} where that does not come in time. */
    <T> Mono<T> inTurn(Urgency urgency, Duration patience, Mono<T> call) {
        return Mono.using(() -> enter(new Place(urgency, number.incrementAndGet())),
                place -> place.called().asMono().timeout(patience, timer).then(call), this::leave);
    }

    private Place enter(Place place) {
        places.add(place);
        arrivals.emitNext(place, Sinks.EmitFailureHandler.busyLooping(BUSY));
        return place;
    }

    private void leave(Place place) {
        places.remove(place);
        place.left().tryEmitEmpty();
    }

    /** Whoever comes first now is called, whoever it was that arrived; the place is free again when he has left. */
    private Mono<Void> next() {
        Place first = places.poll();
        if (first == null) {
            return Mono.empty();
        }
        first.called().tryEmitEmpty();
        return first.left().asMono();
    }

    private record Place(Urgency urgency, long number, Sinks.Empty<Void> called, Sinks.Empty<Void> left)
            implements
                Comparable<Place> {

        private static final Comparator<Place> ORDER = Comparator.comparing(Place::urgency)
                .thenComparingLong(Place::number);

        Place(Urgency urgency, long number) {
            this(urgency, number, Sinks.empty(), Sinks.empty());
        }

        @Override
        public int compareTo(Place other) {
            return ORDER.compare(this, other);
        }
    }
}
