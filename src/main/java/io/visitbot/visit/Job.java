package io.visitbot.visit;

/**
 * A piece of durable work: planned in the same transaction as what it is about, repeated until its handler says that it
 * is done.
 *
 * @param key what it is about, for instance a visit's id
 */
public record Job(Kind kind, String key) {

    /** What there is to do. */
    public enum Kind {
        /** Make a visit's links and show them. */
        OPEN,
        /** Say that something takes long. */
        WAIT,
        /** Hand a text message over. */
        TEXT,
        /** Tell the thread how a text message stands. */
        REPORT,
        /** Write down that a visit's links have ended. */
        END;

        /** Whether it waits for a day that comes by itself, so that nobody waits for it. */
        public boolean isDate() {
            return this == END;
        }
    }
}
