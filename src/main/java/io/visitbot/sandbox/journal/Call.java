package io.visitbot.sandbox.journal;

import org.jspecify.annotations.Nullable;

/**
 * One HTTP call that came in to a pretend service or went out from it.
 *
 * @param n running number, from 1
 * @param at when it ended, ISO 8601 in UTC
 * @param direction {@code in} or {@code out}, seen from the pretend services
 * @param status the answer's status; 0 when there was no answer
 * @param ms how long it took, milliseconds
 * @param tracking the answer's tracking id, if any
 */
public record Call(long n, String at, String direction, String from, String to, String method, String path, int status,
        long ms, @Nullable String tracking, String requestBody, String responseBody) {

    Call numbered(long number) {
        return new Call(number, at, direction, from, to, method, path, status, ms, tracking, requestBody, responseBody);
    }
}
