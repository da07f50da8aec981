package io.visitbot.command;

import java.util.List;

import reactor.core.publisher.Mono;

import io.visitbot.bot.CommandHandler;
import io.visitbot.bot.Request;
import io.visitbot.visit.ChangeVisit;
import io.visitbot.visit.Text;
import io.visitbot.visit.Visit;
import io.visitbot.visit.VisitTimes;

/** Calls a visit off, tells a patient who was written to, and says what can't be called back. */
final class Cancel implements CommandHandler {

    private final VisitNames names;
    private final Standing standing;
    private final ChangeVisit change;
    private final VisitTimes times;

    Cancel(VisitNames names, Standing standing, ChangeVisit change, VisitTimes times) {
        this.names = names;
        this.standing = standing;
        this.change = change;
        this.times = times;
    }

    @Override
    public Usage usage() {
        return new Usage("cancel", "<visit>", "calls a visit off and tells a patient who was written to");
    }

    @Override
    public Mono<String> handle(Request request) {
        return names.one(request, request.line().rest()).map(standing::open)
                .flatMap(visit -> change.cancel(visit, Ledger.actor(request.speaker()))
                        .map(told -> sentence(visit, told)));
    }

    private static boolean hadLinks(Visit visit) {
        return switch (visit.state()) {
            case Visit.State.Ready _ -> true;
            case Visit.State.Cancelled cancelled -> cancelled.meeting() != null;
            case Visit.State.Opening _,Visit.State.Failed _ -> false;
        };
    }

    private String sentence(Visit visit, List<Text> told) {
        String links = hadLinks(visit)
                ? " Its links can't be called back: who has one can still open it until " + times.until(visit) + "."
                : " No links had been made.";
        String patient = told.isEmpty()
                ? " Nobody had been written to."
                : " I am telling who was written to ("
                        + String.join(", ", told.stream().map(text -> text.to().masked()).toList()) + ").";
        return visit.label() + " (" + visit.id() + ") is off." + links + patient;
    }
}
