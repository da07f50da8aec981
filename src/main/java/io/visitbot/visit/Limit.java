package io.visitbot.visit;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What keeps people from asking for more than is sound. A text message that is refused carries its limit's code. */
public enum Limit {

    /** Visits of one person within the hour. */
    VISITS(-1),
    /** Text messages asked for by one person within the hour. */
    TEXTS(-2),
    /** Text messages to one number within the hour, whoever asks. */
    RECIPIENT(-3),
    /** Numbers of regions that are not written to. */
    REGION(-4),
    /** Numbers that earn their owner money. */
    COSTLY(-5);

    private final int code;

    Limit(int code) {
        this.code = code;
    }

    /** What {@link Text#errorCode()} is then; the service's own numbers are positive. */
    public int code() {
        return code;
    }

    /** The limit that a text message was refused for, if any. */
    public static Optional<Limit> of(int code) {
        return Stream.of(values()).filter(limit -> limit.code == code).findFirst();
    }

    String tag() {
        return name().toLowerCase(Locale.ROOT);
    }
}
