package io.visitbot.visit;

import java.time.Instant;

/** There are as many already as there may be; nothing was written down. */
public final class LimitReachedException extends RuntimeException {

    private final Limit limit;
    private final int most;
    private final Instant again;

    LimitReachedException(Limit limit, int most, Instant again) {
        super("limit reached: " + limit, null, false, false);
        this.limit = limit;
        this.most = most;
        this.again = again;
    }

    public Limit limit() {
        return limit;
    }

    public int most() {
        return most;
    }

    /** From when on it works again, if nothing else is asked for until then. */
    public Instant again() {
        return again;
    }
}
