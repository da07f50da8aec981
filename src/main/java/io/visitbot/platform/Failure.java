package io.visitbot.platform;

import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * Says what went wrong for a log: what it was and where, and never what was being handled, which the message of a library's
 * exception may quote.
 */
public final class Failure {

    private static final int MOST_CAUSES = 8;

    private Failure() {
    }

    /** In a few words: what {@link ApiException} says of itself, the kind and the place of everything else. */
    public static String words(Throwable error) {
        if (error instanceof ApiException known) {
            return String.valueOf(known.getMessage());
        }
        String where = Stream.of(error.getStackTrace()).filter(frame -> frame.getClassName().startsWith("io.visitbot"))
                .findFirst().map(frame -> " at " + frame).orElse("");
        return error.getClass().getSimpleName() + where;
    }

    /** The same stack trace, causes and all, without their messages; nothing where {@link #words} say all. */
    public static @Nullable Throwable trace(Throwable error) {
        return error instanceof ApiException ? null : new Trace(error, MOST_CAUSES);
    }

    @SuppressWarnings("serial")
    private static final class Trace extends Exception {

        Trace(Throwable error, int causes) {
            super(error.getClass().getName(), causes == 0 || error.getCause() == null
                    ? null
                    : new Trace(error.getCause(), causes - 1));
            setStackTrace(error.getStackTrace());
        }
    }
}
