package io.visitbot.store;

import java.util.concurrent.locks.ReentrantLock;

/**
 * Lets the writers of one SQLite file go in the order they came. Left to itself, SQLite has a waiting one sleep and look
 * again, and a busy neighbour can keep it out for seconds. A server needs no such help.
 */
final class Turns {

    private final ReentrantLock lock = new ReentrantLock(true);
    private final boolean needed;

    Turns(Dialect dialect) {
        this.needed = dialect == Dialect.SQLITE;
    }

    void begin() {
        if (needed) {
            lock.lock();
        }
    }

    void end() {
        if (needed) {
            lock.unlock();
        }
    }
}
