package io.visitbot.sms;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/**
 * Our id of a text message in the query of the address that Twilio reports to: Twilio signs the whole address, so it can be
 * believed. Written in letters, digits, {@code -} and {@code _} only, so that nobody on the way writes it differently.
 */
final class TextReference {

    private static final String NAME = "text=";

    private TextReference() {
    }

    static String query(String id) {
        return NAME + Base64.getUrlEncoder().withoutPadding().encodeToString(id.getBytes(StandardCharsets.UTF_8));
    }

    /** The id in a raw query; empty where there is none, or none of ours. */
    static Optional<String> in(String query) {
        try {
            return query.startsWith(NAME)
                    ? Optional.of(new String(Base64.getUrlDecoder().decode(query.substring(NAME.length())),
                            StandardCharsets.UTF_8))
                    : Optional.empty();
        } catch (IllegalArgumentException foreign) {
            return Optional.empty();
        }
    }
}
