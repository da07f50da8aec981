package io.visitbot.sandbox.webex;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads JSON bodies as Webex does: an empty string counts as not given. */
final class Json {

    private Json() {
    }

    static JsonNode read(byte[] body) {
        try {
            JsonNode json = JsonMapper.shared().readTree(body);
            if (json.isObject()) {
                return json;
            }
        } catch (JacksonException malformed) {
            throw Refusal.badRequest("The body is not valid JSON.");
        }
        throw Refusal.badRequest("The body is not a JSON object.");
    }

    static @Nullable String text(JsonNode json, String name) {
        JsonNode value = json.path(name);
        if (value.isMissingNode() || value.isNull()) {
            return null;
        }
        if (!value.isString()) {
            throw Refusal.badRequest(name + " must be a string.");
        }
        return value.asString().isEmpty() ? null : value.asString();
    }

    static String required(JsonNode json, String name) {
        String value = text(json, name);
        if (value == null) {
            throw Refusal.badRequest(name + " is required.");
        }
        return value;
    }
}
