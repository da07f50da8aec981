package io.visitbot.visit;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * A visit that somebody is filling a form for. It is kept before the form is shown, so that the form works after a
 * restart, and once.
 *
 * @param nonce stands in the form; the visit that comes of it has {@link #origin()}
 * @param subject the room's secret name, so that what is prepared and what is made are one room
 * @param label as typed
 * @param message the chat's id of the form, null before it is shown
 */
public record Draft(String nonce, String subject, Place place, Requester requester, String label, Instant createdAt,
        @Nullable String message) {

    static final String ORIGIN = "form:";

    public String origin() {
        return ORIGIN + nonce;
    }
}
