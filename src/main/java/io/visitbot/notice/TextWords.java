package io.visitbot.notice;

import io.visitbot.visit.Text;
import io.visitbot.visit.TextTrouble;
import io.visitbot.visit.Visit;
import io.visitbot.visit.VisitTimes;

/** Words how a text message stands, with a next step where it did not arrive. */
final class TextWords {

    private final TextTrouble trouble;
    private final VisitTimes times;

    TextWords(TextTrouble trouble, VisitTimes times) {
        this.trouble = trouble;
        this.times = times;
    }

    String line(Visit visit, Text text) {
        String what = switch (text.purpose()) {
            case INVITE -> "Text message to " + text.to().masked();
            case CANCELLED -> "Text message to " + text.to().masked() + " that the visit is off";
        };
        return icon(text) + " " + what + ": " + state(visit, text);
    }

    private String state(Visit visit, Text text) {
        return switch (text.status()) {
            case PLANNED ->
                "waiting to be sent: the service does not take it yet. I go on trying until the visit ends.";
            case SENDING -> "being handed over.";
            case QUEUED -> "accepted, on its way.";
            case SENT -> "sent to the carrier.";
            case DELIVERED -> "**delivered** " + times.at(visit, text.changedAt()) + ".";
            case UNDELIVERED, FAILED -> "**not delivered**: " + trouble.of(visit, text).sentence();
            case CANCELLED -> "not sent, since the visit is off or over.";
            case UNKNOWN -> "**unknown** whether it was sent: the service did not answer, and can't find it. "
                    + (visit.state() instanceof Visit.State.Cancelled
                            ? "It is not sent again: tell the patient in another way that the visit is off."
                            : "Ask the patient, or say `resend " + visit.id() + "` to send it again.");
        };
    }

    private static String icon(Text text) {
        return switch (text.status()) {
            case PLANNED, SENDING, QUEUED, SENT -> "✉️";
            case DELIVERED -> "✅";
            case UNDELIVERED, FAILED, UNKNOWN -> "⚠️";
            case CANCELLED -> "✖️";
        };
    }
}
