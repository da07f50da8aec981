package io.visitbot.store;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/** Work that comes back: done after each start and then in intervals, by one of all instances. */
interface Chore {

    /** Under which db-scheduler knows it. */
    String name();

    Duration interval();

    /** Does it, on a thread that may block, and leaves the rest for the next time where {@code ending} says so. */
    void run(BooleanSupplier ending);
}
