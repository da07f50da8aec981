package io.visitbot.audit;

import java.time.Instant;

/**
 * One line of the record, chained to the one before it by {@link Chain}.
 *
 * @param number counts from 1, without a gap
 * @param at when it was written, UTC, to the millisecond
 * @param event what was done, such as {@code text-sent}
 * @param key what makes it one, however often the same event was worked on
 * @param previous the hash of the entry before it
 */
public record Entry(long number, Instant at, String event, String visit, String space, String person, String email,
        String detail, String key, String previous, String hash) {

    @Override
    public String toString() {
        return "Entry[" + number + " " + event + "]";
    }
}
