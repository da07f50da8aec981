package io.visitbot.visit;

/**
 * How a text message stands. Later states have a higher rank, and a final one is never left: reports arrive in any
 * order.
 */
public enum TextStatus {

    /** Written down, not yet handed over. */
    PLANNED(0, false),
    /** Being handed over: after a crash nobody knows whether it was. */
    SENDING(1, false),
    /** Taken by the service. */
    QUEUED(2, false),
    /** With the carrier. */
    SENT(3, false),
    /** On the phone. */
    DELIVERED(9, true),
    /** The carrier gave up. */
    UNDELIVERED(9, true),
    /** The service refused or gave up: it was never sent. */
    FAILED(9, true),
    /** Taken back before it was sent. */
    CANCELLED(9, true),
    /** It may have been taken or not, and the service could not say. A person's resend is a message of its own. */
    UNKNOWN(2, false);

    private final int rank;
    private final boolean isFinal;

    TextStatus(int rank, boolean isFinal) {
        this.rank = rank;
        this.isFinal = isFinal;
    }

    public boolean isFinal() {
        return isFinal;
    }

    /** Whether a report of {@code next} tells something newer. */
    public boolean mayBecome(TextStatus next) {
        return !isFinal && (next.rank > rank || (this == UNKNOWN && next.rank >= QUEUED.rank));
    }
}
