package io.visitbot.store;

/** The databases a store can stand on, and the few words in which their SQL differs. */
enum Dialect {

    /** One process, one file; a writing transaction begins with the write lock, so there is nothing to lock by row. */
    SQLITE("", "", 2),
    /** Any number of processes. */
    POSTGRESQL(" for update", " for update skip locked", 8);

    private final String forUpdate;
    private final String skipLocked;
    private final int connections;

    Dialect(String forUpdate, String skipLocked, int connections) {
        this.forUpdate = forUpdate;
        this.skipLocked = skipLocked;
        this.connections = connections;
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

    /** The folder of the migrations that the other database has no use for. */
    String folder() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }
}
