package io.visitbot.visit;

import java.time.Instant;

import io.visitbot.visit.TextReasons.Reason;

/** Says why a text message did not go out: for one of our limits, or for what the message service says. */
public final class TextTrouble {

    private static final String ELSE = "Ask your IT to allow it, or give the guest link to the patient another way.";

    private final TextReasons service;
    private final VisitTimes times;

    public TextTrouble(TextReasons service, VisitTimes times) {
        this.service = service;
        this.times = times;
    }

    public Reason of(Visit visit, Text text) {
        return Limit.of(text.errorCode()).map(limit -> reason(limit, visit, text))
                .orElseGet(() -> service.of(text.errorCode()));
    }

    private Reason reason(Limit limit, Visit visit, Text text) {
        return switch (limit) {
            case VISITS, TEXTS -> new Reason("whoever asked for it has asked for as many texts within an hour as one "
                    + "person may", later(visit, text));
            case RECIPIENT -> new Reason("this number was sent as many texts within an hour as one number may be",
                    later(visit, text));
            case REGION -> new Reason("texts to this country are not allowed here", ELSE);
            case COSTLY -> new Reason("calls and texts to this number cost extra, so it is never written to",
                    "Ask the patient for another number.");
        };
    }

    private String later(Visit visit, Text text) {
        Instant again = text.again();
        return "Say `resend " + visit.id() + "` " + (again == null
                ? "later"
                : "at " + times.at(visit, again)
                        + " or after it")
                + ", or give the guest link to the patient another way.";
    }
}
