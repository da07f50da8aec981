package io.visitbot.webex;

import java.util.Objects;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A message to post. Its text is cut to what Webex takes; with a card, it is what clients show that can't draw cards.
 *
 * @param roomId where it goes, null where it goes to a person
 * @param toPersonId who gets it 1:1, null where it goes to a space
 * @param parentId the root of the thread it belongs to, null for none; an empty one, whose id is not known, becomes null
 * @param card an Adaptive Card as JSON, null for none
 */
public record NewMessage(@Nullable String roomId, @Nullable String toPersonId, @Nullable String parentId,
        String markdown, @Nullable String card) {

    public NewMessage {
        if ((roomId == null) == (toPersonId == null)) {
            throw new IllegalArgumentException("A message has exactly one destination");
        }
        parentId = parentId == null || parentId.isBlank() ? null : parentId;
        markdown = MessageText.cut(Objects.requireNonNull(markdown));
    }

    /** To a space. */
    public static NewMessage toRoom(String roomId, String markdown) {
        return new NewMessage(roomId, null, null, markdown, null);
    }

    /** To one person, in the 1:1 space that Webex makes where there is none. */
    public static NewMessage toPerson(String personId, String markdown) {
        return new NewMessage(null, personId, null, markdown, null);
    }

    /** The same, in the thread of a root message; null for no thread. */
    public NewMessage inThread(@Nullable String parentId) {
        return new NewMessage(roomId, toPersonId, parentId, markdown, card);
    }

    /** The same, with an Adaptive Card as JSON. */
    public NewMessage withCard(String card) {
        return new NewMessage(roomId, toPersonId, parentId, markdown, card);
    }

    /** The same, with an Adaptive Card. */
    public NewMessage withCard(JsonNode card) {
        return withCard(card.toString());
    }

    /** Its words alone. */
    NewMessage withoutCard() {
        return new NewMessage(roomId, toPersonId, parentId, markdown, null);
    }

    /** Whether its words say by themselves what its card says. */
    boolean hasCardAndWords() {
        return card != null && !markdown.isBlank();
    }

    @Override
    public String toString() {
        return "NewMessage[****]";
    }
}
