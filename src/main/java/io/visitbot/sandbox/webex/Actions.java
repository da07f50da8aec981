package io.visitbot.sandbox.webex;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

import tools.jackson.databind.JsonNode;

import io.visitbot.sandbox.journal.Bounded;
import io.visitbot.sandbox.journal.Fields;
import io.visitbot.sandbox.journal.Journal;
import io.visitbot.sandbox.journal.Times;

/** What people submitted with cards: the newest 2,000. */
public final class Actions {

    private static final int MAX_ACTIONS = 2_000;

    private final Journal journal;
    private final Rooms rooms;
    private final Messages messages;
    private final Webhooks webhooks;
    private final Map<String, Action> actions = Bounded.map(MAX_ACTIONS);

    Actions(Journal journal, Rooms rooms, Messages messages, Webhooks webhooks) {
        this.journal = journal;
        this.rooms = rooms;
        this.messages = messages;
        this.webhooks = webhooks;
    }

    /** One press of a card's submit button. */
    record Action(String id, Message message, Person person, Map<String, String> inputs, Instant created) {

        Map<String, Object> view() {
            Map<String, Object> view = eventData();
            view.put("inputs", inputs);
            return view;
        }

        Map<String, Object> eventData() {
            return Fields.of("id", id, "type", "submit", "messageId", message.id(), "personId", person.id(), "roomId",
                    message.room().id(), "created", Times.iso(created));
        }
    }

    synchronized void reset() {
        actions.clear();
    }

    synchronized Action submit(String messageId, JsonNode inputs, Person person) {
        Message message = messages.card(messageId);
        rooms.seen(message.room().id(), person);
        Action action = new Action(WebexId.of("ATTACHMENT_ACTION", journal.ids().get()), message, person,
                strings(inputs),
                journal.clock().instant());
        actions.put(action.id(), action);
        webhooks.publish(new Event("attachmentActions", "created", person.id(), action.eventData(),
                message.author()::equals));
        journal.changes().happened();
        return action;
    }

    private static Map<String, String> strings(JsonNode inputs) {
        Map<String, String> strings = new LinkedHashMap<>();
        inputs.properties().forEach(input -> strings.put(input.getKey(), string(input.getValue())));
        return strings;
    }

    private static String string(JsonNode value) {
        return value.isValueNode() ? value.asString("") : value.toString();
    }

    /** The submission, as long as its card is there and the reader owns either. */
    synchronized Action get(String id, Person reader) {
        Action action = actions.get(id);
        if (action == null || !(reader.equals(action.person()) || reader.equals(action.message().author()))) {
            throw Refusal.notFound("Could not find an attachment action with provided ID.");
        }
        messages.card(action.message().id());
        return action;
    }
}
