package io.visitbot.sandbox.webex;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import tools.jackson.databind.JsonNode;

import io.visitbot.sandbox.journal.Fields;
import io.visitbot.sandbox.journal.Times;

/**
 * A message in a space.
 *
 * @param parentId the thread's root, null for a root
 * @param card the Adaptive Card, if there is one
 * @param file the file that came with it, if there is one
 * @param edits how often it was edited
 */
public record Message(String id, Room room, @Nullable String parentId, Person author, Body body,
        @Nullable JsonNode card, @Nullable Upload file, Instant created, @Nullable Instant updated, int edits) {

    /** What is written: the plain text always, markdown and HTML if the author used them. */
    public record Body(String text, @Nullable String markdown, @Nullable String html, List<String> mentioned) {
    }

    Message edited(Body newBody, Instant at) {
        return new Message(id, room, parentId, author, newBody, card, file, created, at, edits + 1);
    }

    boolean seenBy(Person reader) {
        return !reader.isBot() || !room.isGroup() || author.equals(reader) || body.mentioned().contains(reader.id());
    }

    /** A file, and the address where Webex gives it out. */
    public record Upload(String id, String url, String name, String type, Resource content) {
    }

    Map<String, Object> view() {
        return Fields.of("id", id, "parentId", parentId, "roomId", room.id(), "roomType", room.type(), "text",
                body.text(),
                "markdown", body.markdown(), "html", body.html(), "personId", author.id(), "personEmail",
                author.email(),
                "mentionedPeople", body.mentioned().isEmpty() ? null : body.mentioned(), "files",
                file == null ? null : List.of(file.url()), "attachments", attachments(),
                "created", Times.iso(created), "updated", updated == null ? null : Times.iso(updated));
    }

    Map<String, Object> eventData() {
        return Fields.of("id", id, "parentId", parentId, "roomId", room.id(), "roomType", room.type(), "personId",
                author.id(), "personEmail", author.email(), "mentionedPeople",
                body.mentioned().isEmpty() ? null : body.mentioned(), "hasAttachments", card == null ? null : true,
                "hasFiles", file == null ? null : true,
                "created", Times.iso(created));
    }

    private @Nullable List<Map<String, Object>> attachments() {
        return card == null
                ? null
                : List.of(Fields.of("contentType", "application/vnd.microsoft.card.adaptive", "content", card));
    }
}
