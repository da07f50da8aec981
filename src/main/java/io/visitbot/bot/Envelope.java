package io.visitbot.bot;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import io.visitbot.webhook.VerifiedEvent;

/** What an event says of itself; all but its id may be missing, and is then empty. */
record Envelope(String dataId, String person, String email, String room, boolean direct, String message) {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    static Envelope of(VerifiedEvent event) {
        JsonNode data = JSON.readTree(event.body()).path("data");
        return new Envelope(text(data, "id"), text(data, "personId"), text(data, "personEmail"), text(data, "roomId"),
                "direct".equals(text(data, "roomType")), text(data, "messageId"));
    }

    private static String text(JsonNode data, String field) {
        JsonNode value = data.path(field);
        return value.isString() ? value.stringValue() : "";
    }
}
