package io.visitbot.store;

import java.time.Duration;
import java.util.Locale;

/** The databases a store can stand on, and the few words in which their SQL differs. */
enum Dialect {

    /** One process, one file; a writing transaction begins with the write lock, so there is nothing to lock by row. */
    SQLITE("", "", 2, Duration.ofSeconds(5), Duration.ofSeconds(3)),
    /** Any number of processes. */
    POSTGRESQL(" for update", " for update skip locked", 8, Duration.ofSeconds(2), Duration.ofMillis(1_500));

    private final String forUpdate;
    private final String skipLocked;
    private final int connections;
    private final Duration sweep;
    private final Duration heartbeat;

    Dialect(String forUpdate, String skipLocked, int connections, Duration sweep, Duration heartbeat) {
        this.forUpdate = forUpdate;
        this.skipLocked = skipLocked;
        this.connections = connections;
        this.sweep = sweep;
        this.heartbeat = heartbeat;
    }

    /** Ends a select whose row is about to be changed. */
    String forUpdate() {
        return forUpdate;
    }

    /** Ends a select of rows to take, leaving out what others are taking. */
    String skipLocked() {
        return skipLocked;
    }

    /** How many connections to share, beside the inbox writer's own. */
    int connections() {
        return connections;
    }

    /** How long between two looks for events that nobody has; on a server another instance may have died. */
    Duration sweep() {
        return sweep;
    }

    /** How often a job's process says that it lives; after four times in silence another may take the job over. */
    Duration heartbeat() {
        return heartbeat;
    }

    /** The folder of the migrations that the other database has no use for. */
    String folder() {
        return name().toLowerCase(Locale.ROOT);
    }
}
