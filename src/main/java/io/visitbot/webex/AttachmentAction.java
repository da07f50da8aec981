package io.visitbot.webex;

import java.util.Map;

/**
 * What a person put into a card.
 *
 * @param messageId the card's message
 * @param inputs the card's inputs and its hidden data, every value as text
 */
public record AttachmentAction(String id, String messageId, String roomId, String personId,
        Map<String, String> inputs) {

    @Override
    public String toString() {
        return "AttachmentAction[" + id + "]";
    }
}
