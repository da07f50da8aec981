package io.visitbot;

import java.util.Optional;

import org.jspecify.annotations.Nullable;

import io.visitbot.platform.Secret;
import io.visitbot.platform.Settings;

/**
 * Who may look into the running program.
 *
 * @param token {@code VISIT_ADMIN_TOKEN}: opens {@code /actuator} beyond health, as a bearer token or as the password of
 *     any user; at least 16 characters; null where nobody may
 */
record AdminSettings(@Nullable Secret token) {

    private static final int SHORTEST = 16;

    static AdminSettings read(Settings settings) {
        Optional<Secret> token = settings.parsed("VISIT_ADMIN_TOKEN", AdminSettings::token,
                "must be at least " + SHORTEST + " characters long");
        return new AdminSettings(token.orElse(null));
    }

    private static Secret token(String value) {
        if (value.length() < SHORTEST) {
            throw new IllegalArgumentException("too short");
        }
        return new Secret(value);
    }
}
