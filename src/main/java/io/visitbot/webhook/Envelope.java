package io.visitbot.webhook;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What Webex wraps an event in, as far as the front door looks.
 *
 * @param personId who did it, empty where Webex does not tell
 */
record Envelope(String resource, String event, String dataId, String personId, String body) {

    /** What Webex's ids are made of; anything else would stand in logs and keys. */
    private static final Pattern ID = Pattern.compile("[!-~]{1,1000}");
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** The envelope, where the bytes hold one that says what happened to what. */
    static Optional<Envelope> read(byte[] body) {
        try {
            JsonNode json = JSON.readTree(body);
            Envelope envelope = new Envelope(text(json, "resource"), text(json, "event"), text(json.path("data"), "id"),
                    text(json.path("data"), "personId"), new String(body, StandardCharsets.UTF_8));
            return Optional.of(envelope).filter(Envelope::complete);
        } catch (JacksonException unreadable) {
            return Optional.empty();
        }
    }

    VerifiedEvent toEvent() {
        return new VerifiedEvent(resource + ":" + event + ":" + dataId, resource, event, body);
    }

    private boolean complete() {
        return !resource.isEmpty() && !event.isEmpty() && ID.matcher(dataId).matches();
    }

    private static String text(JsonNode json, String field) {
        return json.path(field).asString("").strip();
    }
}
