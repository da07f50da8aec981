package io.visitbot.sandbox.instantconnect;

import java.util.List;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

import io.visitbot.sandbox.journal.Wrong;

/** Reads members of a request and refuses those out of range. */
final class Checks {

    private Checks() {
    }

    static void that(boolean right, String sentence) {
        if (!right) {
            throw new Wrong(400, sentence);
        }
    }

    static int integer(JsonNode json, String name, int otherwise, int least, int most) {
        JsonNode value = json.path(name);
        if (value.isMissingNode()) {
            return otherwise;
        }
        that(value.isInt() && value.asInt() >= least && value.asInt() <= most,
                name + " must be a number between " + least + " and " + most);
        return value.asInt();
    }

    static @Nullable Long seconds(JsonNode jwt, String name) {
        JsonNode value = jwt.path(name);
        if (value.isMissingNode()) {
            return null;
        }
        that(value.isIntegralNumber() && value.canConvertToLong() && value.asLong() >= 0,
                "jwt." + name + " must be a number of seconds");
        that(value.asLong() < 100_000_000_000L, "jwt." + name + " must be in seconds, not in milliseconds");
        return value.asLong();
    }

    static boolean flag(JsonNode json, String name, boolean otherwise) {
        JsonNode value = json.path(name);
        return value.isBoolean() ? value.asBoolean() : otherwise;
    }

    /** One of the values allowed, the first by default. */
    static String oneOf(JsonNode json, String name, String... allowed) {
        String value = json.path(name).asString(allowed[0]);
        that(List.of(allowed).contains(value), name + " must be one of " + String.join(", ", allowed));
        return value;
    }
}
