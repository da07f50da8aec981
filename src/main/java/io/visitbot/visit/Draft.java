package io.visitbot.visit;

import java.time.Instant;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import io.visitbot.platform.PhoneNumber;

/**
 * A visit that somebody is filling a form for. It is kept before the form is shown, so that the form works after a
 * restart, and once.
 *
 * @param nonce stands in the form; the visit that comes of it has {@link #origin()}
 * @param subject the room's secret name, so that what is prepared and what is made are one room
 * @param label as typed
 * @param message the chat's id of the form, null before it is shown
 * @param phone the patient's number from a form that came back with a mistake elsewhere, null for none
 */
public record Draft(String nonce, String subject, Place place, Requester requester, String label, Instant createdAt,
        @Nullable String message, @Nullable PhoneNumber phone) {

    private static final String ORIGIN = "form:";

    /** What stood in the form that a visit came of; empty where it came of none. */
    public static Optional<String> nonceIn(String origin) {
        return origin.startsWith(ORIGIN) ? Optional.of(origin.substring(ORIGIN.length())) : Optional.empty();
    }

    public Draft with(PhoneNumber number) {
        return new Draft(nonce, subject, place, requester, label, createdAt, message, number);
    }

    public String origin() {
        return ORIGIN + nonce;
    }
}
