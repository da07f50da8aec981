package io.visitbot.visit;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

import io.visitbot.platform.PhoneNumber;

/**
 * One text message to one person for one purpose. The four together, with the round that a person's "resend" begins,
 * exist once: the row is there before the service is called.
 *
 * @param id random, ours
 * @param visit the visit's short id
 * @param round 0 for the first, one more for each resend that somebody asked for
 * @param providerId the service's id, null before it took the message
 * @param errorCode the service's number for what went wrong, 0 for nothing, negative for a {@link Limit} of ours
 * @param changedAt when the status changed
 * @param again where a limit was reached, from when on it works again; null otherwise
 */
public record Text(String id, String visit, PhoneNumber to, Purpose purpose, int round, String body, TextStatus status,
        @Nullable String providerId, int errorCode, Instant plannedAt, Instant changedAt, @Nullable Instant again) {

    public Text(String id, String visit, PhoneNumber to, Purpose purpose, int round, String body, TextStatus status,
            @Nullable String providerId, int errorCode, Instant plannedAt, Instant changedAt) {
        this(id, visit, to, purpose, round, body, status, providerId, errorCode, plannedAt, changedAt, null);
    }

    /** Why the patient is written to. */
    public enum Purpose {
        INVITE, CANCELLED
    }

    public Text with(TextStatus next, @Nullable String provider, int error, Instant at) {
        return new Text(id, visit, to, purpose, round, body, next, provider == null ? providerId : provider, error,
                plannedAt, at, again);
    }

    /** The same, refused for a limit; {@code works} is when it works again, null for never. */
    Text refused(Limit limit, @Nullable Instant works) {
        return new Text(id, visit, to, purpose, round, body, TextStatus.FAILED, null, limit.code(), plannedAt,
                plannedAt, works);
    }

    /** The same without the number and the words, which hold a link. */
    public Text forgotten() {
        return new Text(id, visit, PhoneNumber.REMOVED, purpose, round, "", status, providerId, errorCode, plannedAt,
                changedAt, again);
    }

    @Override
    public String toString() {
        return "Text[" + id + " " + status + "]";
    }
}
