package io.visitbot.sandbox.journal;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Sinks;

/** Counts the changes of the pretend world and tells who listens; a new listener gets the newest count at once. */
public final class Changes {

    private final Sinks.Many<Long> sink = Sinks.many().replay().latestOrDefault(0L);
    private long version;

    /** Something changed. */
    public synchronized void happened() {
        version++;
        sink.tryEmitNext(version);
    }

    /** The number of changes so far. */
    public synchronized long version() {
        return version;
    }

    /** The count, whenever it grows. */
    public Flux<Long> versions() {
        return sink.asFlux();
    }
}
