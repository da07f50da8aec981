package io.visitbot.sandbox.webex;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads the bodies of {@code POST} and {@code PUT /v1/messages}, and refuses what Webex refuses. */
final class MessageRequests {

    private static final int MAX_BYTES = 7_439;

    private final People people;
    private final Rooms rooms;
    private final Writing writing;

    MessageRequests(People people, Rooms rooms) {
        this.people = people;
        this.rooms = rooms;
        this.writing = new Writing(people);
    }

    Messages.Draft draft(JsonNode json, Person author) {
        JsonNode card = Cards.card(json.path("attachments"));
        Message.Body body = body(json);
        return new Messages.Draft(destination(json, author), Json.text(json, "parentId"), body, card, null);
    }

    Message.Body body(JsonNode json) {
        String text = Json.text(json, "text");
        String markdown = Json.text(json, "markdown");
        String html = Json.text(json, "html");
        checkSize("text", text);
        checkSize("markdown", markdown);
        checkSize("html", html);
        if (markdown != null) {
            return writing.markdown(markdown, text);
        }
        if (html != null) {
            return writing.html(html, null, text);
        }
        if (text == null) {
            throw Refusal.badRequest("Message must contain text, markdown or html.");
        }
        return writing.plain(text);
    }

    static void checkSize(String name, @Nullable String value) {
        if (value != null && value.getBytes(StandardCharsets.UTF_8).length > MAX_BYTES) {
            throw Refusal.badRequest(name + " exceeds the maximum length of " + MAX_BYTES + " bytes.");
        }
    }

    private Room destination(JsonNode json, Person author) {
        List<String> given = Stream.of("roomId", "toPersonId", "toPersonEmail")
                .filter(name -> Json.text(json, name) != null)
                .toList();
        if (given.size() != 1) {
            throw Refusal.badRequest("Give exactly one of roomId, toPersonId and toPersonEmail.");
        }
        String value = json.path(given.getFirst()).asString("");
        return switch (given.getFirst()) {
            case "roomId" -> rooms.get(value);
            case "toPersonId" -> rooms.direct(author, people.byId(value));
            default -> rooms.direct(author, people.invited(value));
        };
    }
}
