package io.visitbot.webex;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

import io.visitbot.platform.Secret;

/** Reads Webex's JSON: what it has to hold is checked, what it may hold can be absent, the rest is passed over. */
final class Payloads {

    private Payloads() {
    }

    static Person person(JsonNode json) {
        return new Person(required(json, "id"), texts(json.path("emails")), text(json, "displayName"),
                text(json, "orgId"), type(text(json, "type")), parsed(json, "timezone", ZoneId::of));
    }

    static Message message(JsonNode json) {
        return message(json, required(json, "id"));
    }

    /** A message that stands, whatever the answer says of it. */
    static Message message(JsonNode json, String id) {
        return new Message(id, optional(json, "parentId"), text(json, "roomId"),
                RoomType.of(text(json, "roomType")), text(json, "text"), optional(json, "html"), text(json, "personId"),
                text(json, "personEmail"), texts(json.path("mentionedPeople")), parsed(json, "created", Instant::parse),
                parsed(json, "updated", Instant::parse));
    }

    /** A message that was posted; its id is empty where the answer does not tell it. */
    static Message posted(JsonNode json) {
        return message(json, text(json, "id").strip());
    }

    static AttachmentAction attachmentAction(JsonNode json) {
        Map<String, String> inputs = new LinkedHashMap<>();
        json.path("inputs").forEachEntry((name, value) -> inputs.put(name, coerced(value)));
        return new AttachmentAction(required(json, "id"), text(json, "messageId"), text(json, "roomId"),
                text(json, "personId"), Map.copyOf(inputs));
    }

    static Room room(JsonNode json) {
        return new Room(required(json, "id"), text(json, "title"), RoomType.of(text(json, "type")));
    }

    static MeetingInfo meetingInfo(JsonNode json) {
        return new MeetingInfo(text(json, "roomId"), optional(json, "sipAddress"), optional(json, "meetingNumber"),
                optional(json, "meetingLink"));
    }

    static Joining added(JsonNode json) {
        return new Joining.Added(text(json, "id"));
    }

    static Webhook webhook(JsonNode json) {
        String secret = optional(json, "secret");
        return new Webhook(required(json, "id"), text(json, "name"), text(json, "targetUrl"), text(json, "resource"),
                text(json, "event"), optional(json, "filter"), secret == null ? null : new Secret(secret),
                !"inactive".equals(text(json, "status")));
    }

    private static Person.Type type(String name) {
        return switch (name.toLowerCase(Locale.ROOT)) {
            case "person" -> Person.Type.PERSON;
            case "bot" -> Person.Type.BOT;
            case "appuser" -> Person.Type.APPUSER;
            default -> Person.Type.OTHER;
        };
    }

    private static String required(JsonNode json, String field) {
        String value = optional(json, field);
        if (value == null) {
            throw Answers.unreadable();
        }
        return value;
    }

    private static String text(JsonNode json, String field) {
        return coerced(json.path(field));
    }

    private static @Nullable String optional(JsonNode json, String field) {
        String value = text(json, field);
        return value.isBlank() ? null : value;
    }

    private static List<String> texts(JsonNode values) {
        return values.isArray()
                ? Stream.of(values).flatMap(JsonNode::valueStream).map(Payloads::coerced).toList()
                : List.of();
    }

    private static <T> @Nullable T parsed(JsonNode json, String field, Function<String, T> parser) {
        try {
            String value = optional(json, field);
            return value == null ? null : parser.apply(value);
        } catch (DateTimeException unreadable) {
            return null;
        }
    }

    private static String coerced(JsonNode value) {
        if (value.isNull() || value.isMissingNode()) {
            return "";
        }
        return value.isString() ? value.stringValue() : value.toString();
    }
}
