package io.visitbot.sms;

import java.util.Optional;

import io.visitbot.visit.TextStatus;

/** Twilio's words for how a message stands, in ours. */
final class TwilioStatus {

    private TwilioStatus() {
    }

    /** Empty for a word that says nothing about an outgoing message, or that is new. */
    static Optional<TextStatus> of(String word) {
        return Optional.ofNullable(switch (word) {
            case "accepted", "scheduled", "queued", "sending" -> TextStatus.QUEUED;
            case "sent" -> TextStatus.SENT;
            case "delivered", "read" -> TextStatus.DELIVERED;
            case "undelivered" -> TextStatus.UNDELIVERED;
            case "failed" -> TextStatus.FAILED;
            case "canceled" -> TextStatus.CANCELLED;
            default -> null;
        });
    }
}
