package io.visitbot.store;

import java.util.stream.Stream;

import io.visitbot.platform.ApiException;

/** Says what went wrong in words for a log: where, and never what was being handled. */
final class Failure {

    private Failure() {
    }

    static String words(Throwable error) {
        if (error instanceof ApiException known) {
            return String.valueOf(known.getMessage());
        }
        String where = Stream.of(error.getStackTrace()).filter(frame -> frame.getClassName().startsWith("io.visitbot"))
                .findFirst().map(frame -> " at " + frame).orElse("");
        return error.getClass().getSimpleName() + where;
    }
}
