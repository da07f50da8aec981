package io.visitbot.sandbox.webex;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

import io.visitbot.sandbox.journal.Bounded;
import io.visitbot.sandbox.journal.Journal;

/** The messages of all spaces: the newest 5,000. */
public final class Messages {

    private static final int MAX_MESSAGES = 5_000;
    private static final int MAX_EDITS = 10;

    private final Journal journal;
    private final Rooms rooms;
    private final Webhooks webhooks;
    private final Map<String, Message> messages = Bounded.map(MAX_MESSAGES);

    Messages(Journal journal, Rooms rooms, Webhooks webhooks) {
        this.journal = journal;
        this.rooms = rooms;
        this.webhooks = webhooks;
    }

    synchronized void reset() {
        messages.clear();
    }

    /** What is to be posted where. */
    record Draft(Room room, @Nullable String parentId, Message.Body body, @Nullable JsonNode card,
            Message.@Nullable Upload file) {

        Draft with(Message.Upload upload) {
            return new Draft(room, parentId, body, card, upload);
        }
    }

    /** All messages, oldest first; deleted ones are gone. */
    public synchronized List<Message> all() {
        return List.copyOf(messages.values());
    }

    synchronized List<Message> in(String roomId, Predicate<Message> wanted) {
        return messages.values().stream().filter(message -> message.room().id().equals(roomId)).filter(wanted).toList()
                .reversed();
    }

    synchronized Message post(Draft draft, Person author) {
        if (!rooms.isMember(draft.room().id(), author)) {
            throw Refusal.forbidden("You are not a participant of this room.");
        }
        checkParent(draft);
        Message message = new Message(WebexId.of("MESSAGE", journal.ids().get()), draft.room(), draft.parentId(),
                author,
                draft.body(), draft.card(), draft.file(), journal.clock().instant(), null, 0);
        messages.put(message.id(), message);
        announce("created", message, author);
        return message;
    }

    private void checkParent(Draft draft) {
        if (draft.parentId() == null) {
            return;
        }
        Message parent = messages.get(draft.parentId());
        if (parent == null || !parent.room().equals(draft.room())) {
            throw Refusal.badRequest("Unable to post a reply: the parent message was not found in this room.");
        }
        if (parent.parentId() != null) {
            throw Refusal.badRequest("Unable to post a reply: the parent message is itself a reply.");
        }
    }

    /** The message, if the reader may see it; else refused as if it were not there. */
    synchronized Message get(String id, Person reader) {
        Message message = messages.get(id);
        if (message == null || !rooms.isMember(message.room().id(), reader) || !message.seenBy(reader)) {
            throw Refusal.notFound("Could not find a message with provided ID.");
        }
        return message;
    }

    /** The message, if it is still there and holds a card. */
    synchronized Message card(String id) {
        Message message = messages.get(id);
        if (message == null || message.card() == null) {
            throw Refusal.notFound("Could not find the message of this card.");
        }
        return message;
    }

    /** The file with this id, if the reader may see its message. */
    synchronized Message.Upload file(String id, Person reader) {
        Message message = messages.values().stream().filter(one -> one.file() != null && one.file().id().equals(id))
                .findFirst().orElseThrow(() -> Refusal.notFound("Could not find a file with provided ID."));
        return Objects.requireNonNull(get(message.id(), reader).file());
    }

    synchronized Message edit(Message message, Message.Body body, Person editor) {
        if (!message.author().equals(editor)) {
            throw Refusal.forbidden("Only the author may edit a message.");
        }
        if (message.card() != null || message.file() != null) {
            throw Refusal.badRequest("Unable to edit a message that contains files or attachments.");
        }
        if (message.edits() >= MAX_EDITS) {
            throw Refusal.badRequest("The message has reached the maximum number of edits.");
        }
        Message edited = message.edited(body, journal.clock().instant());
        messages.replace(message.id(), edited);
        journal.changes().happened();
        return edited;
    }

    synchronized void delete(Message message, Person actor) {
        if (!message.author().equals(actor)) {
            throw Refusal.forbidden("Only the author may delete a message.");
        }
        messages.remove(message.id());
        announce("deleted", message, actor);
    }

    private void announce(String event, Message message, Person actor) {
        Predicate<Person> present = rooms.present(message.room().id());
        webhooks.publish(new Event("messages", event, actor.id(), message.eventData(),
                reader -> present.test(reader) && message.seenBy(reader)));
        journal.changes().happened();
    }

}
