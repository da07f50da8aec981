package io.visitbot.sandbox.webex;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

import io.visitbot.sandbox.journal.Journal;

/** The whole pretend Webex, for the parts of the sandbox that look at it or act in it. */
public record Webex(People people, Rooms rooms, Messages messages, Actions actions, Webhooks webhooks) {

    /** A Webex with the fixed cast and spaces, and without messages. */
    public static Webex with(Journal journal) {
        People people = new People(journal.ids());
        Webhooks webhooks = new Webhooks(journal);
        Rooms rooms = new Rooms(journal, people, webhooks);
        Messages messages = new Messages(journal, rooms, webhooks);
        return new Webex(people, rooms, messages, new Actions(journal, rooms, messages, webhooks), webhooks);
    }

    /** Posts what somebody typed in the Webex app. */
    public Message type(Person author, String spaceId, String text, @Nullable String parentId) {
        Room room = rooms.get(spaceId);
        if (text.isBlank()) {
            throw Refusal.badRequest("There is nothing to send.");
        }
        boolean canMention = room.isGroup() && rooms.isMember(spaceId, people.bot());
        Message.Body body = new Writing(people).typed(text, canMention);
        MessageRequests.checkSize("text", text);
        return messages.post(new Messages.Draft(room, parentId, body, null, null), author);
    }

    /** A file, as somebody who may see its message gets it. */
    public Message.Upload file(Person reader, String id) {
        return messages.file(id, reader);
    }

    /** Submits a card; gives the id of the submission. */
    public String submit(Person person, String messageId, JsonNode inputs) {
        return actions.submit(messageId, inputs, person).id();
    }

    /** Puts everything back to the beginning; webhooks stay. */
    public void reset() {
        actions.reset();
        messages.reset();
        people.reset();
        rooms.reset();
    }
}
