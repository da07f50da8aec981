package io.visitbot.command;

import java.util.List;

import reactor.core.publisher.Mono;

import io.visitbot.bot.CommandHandler;
import io.visitbot.bot.Request;
import io.visitbot.visit.Announcer;
import io.visitbot.visit.Text;
import io.visitbot.visit.TextTrouble;
import io.visitbot.visit.Texts;
import io.visitbot.visit.Visit;
import io.visitbot.visit.VisitTimes;

/** Says how a visit stands, with its links. */
final class Status implements CommandHandler {

    private final VisitNames names;
    private final Standing standing;
    private final Texts texts;
    private final Announcer announcer;
    private final TextTrouble trouble;
    private final VisitTimes times;
    private final Ledger ledger;

    Status(VisitNames names, Standing standing, Texts texts, Announcer announcer, TextTrouble trouble,
            VisitTimes times, Ledger ledger) {
        this.names = names;
        this.standing = standing;
        this.texts = texts;
        this.announcer = announcer;
        this.trouble = trouble;
        this.times = times;
        this.ledger = ledger;
    }

    @Override
    public Usage usage() {
        return new Usage("status", "<visit>", "how a visit stands, with its links");
    }

    @Override
    public Mono<String> handle(Request request) {
        return names.one(request, request.line().rest())
                .flatMap(visit -> ledger
                        .lookedAt(visit, request.origin(), request.spot().space(), request.speaker())
                        .then(show(request, visit)))
                .then(Mono.empty());
    }

    private Mono<Void> show(Request request, Visit visit) {
        return texts.of(visit.id()).collectList().flatMap(sent -> announcer.show(visit, VisitNames.place(request),
                heading(visit, sent), mayHost(request, visit)));
    }

    private static boolean mayHost(Request request, Visit visit) {
        return request.spot().direct() && request.speaker().person().equals(visit.requester().person());
    }

    private String heading(Visit visit, List<Text> sent) {
        StringBuilder heading = new StringBuilder("**" + visit.label() + "** (" + visit.id() + "), asked for at "
                + times.at(visit, visit.requestedAt()) + " by " + visit.requester().email() + ": " + state(visit));
        for (Text text : sent) {
            heading.append("\n- text message to ").append(text.to().masked())
                    .append(text.purpose() == Text.Purpose.CANCELLED ? " that the visit is off: " : ": ")
                    .append(line(visit, text));
        }
        if (visit.isForgotten()) {
            heading.append(
                    "\n- its phone numbers and links have been removed, as they are some time after each visit's end");
        }
        return heading.toString();
    }

    private String state(Visit visit) {
        return switch (visit.state()) {
            case Visit.State.Opening _ -> "its links are being made; they follow in its thread.";
            case Visit.State.Ready _ -> standing.hasEnded(visit) ? "over." : "ready.";
            case Visit.State.Cancelled cancelled ->
                "called off by " + cancelled.by() + " at " + times.at(visit, cancelled.at()) + ".";
            case Visit.State.Failed failed ->
                "its links could not be made in time (reference " + failed.reference() + ").";
        };
    }

    private String line(Visit visit, Text text) {
        return switch (text.status()) {
            case PLANNED, SENDING -> "being sent";
            case QUEUED -> "accepted, on its way";
            case SENT -> "sent to the carrier";
            case DELIVERED -> "delivered";
            case UNDELIVERED, FAILED -> "not delivered: " + trouble.of(visit, text).sentence();
            case CANCELLED -> "taken back before it was sent";
            case UNKNOWN -> "unknown whether it was sent; "
                    + (visit.state() instanceof Visit.State.Cancelled
                            ? "tell the patient in another way that the visit is off"
                            : "`resend` sends it again");
        };
    }
}
