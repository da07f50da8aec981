package io.visitbot.command;

import java.util.List;

import reactor.core.publisher.Mono;

import io.visitbot.bot.CommandHandler;
import io.visitbot.bot.Refusal;
import io.visitbot.bot.Request;
import io.visitbot.cards.Field;
import io.visitbot.cards.Fields;
import io.visitbot.visit.Admission;
import io.visitbot.visit.ChangeVisit;
import io.visitbot.visit.Visit;

/** Brings a colleague into a visit's space. */
final class AddColleague implements CommandHandler {

    private final VisitNames names;
    private final Standing standing;
    private final ChangeVisit change;

    AddColleague(VisitNames names, Standing standing, ChangeVisit change) {
        this.names = names;
        this.standing = standing;
        this.change = change;
    }

    @Override
    public Usage usage() {
        return new Usage("add", "<visit> <email>", "brings a colleague in, who can then dial the SIP address");
    }

    @Override
    public Mono<String> handle(Request request) {
        Tail tail = Tail.last(request.line().rest());
        return switch (Fields.people(tail.tail())) {
            case Field.Good<List<String>>(List<String> people) when people.size() == 1 ->
                names.one(request, tail.name()).map(standing::ready)
                        .flatMap(visit -> add(request, visit, people.getFirst()));
            case Field.Good<List<String>> _ -> Mono.error(new Refusal("Whom? Say `add <visit> dr.lee@example.org`."));
            case Field.Bad<List<String>>(String sentence) -> Mono.error(new Refusal(sentence));
        };
    }

    private Mono<String> add(Request request, Visit visit, String email) {
        return change.add(visit, email, Ledger.actor(request.speaker())).map(admission -> sentence(visit, admission));
    }

    private static String sentence(Visit visit, Admission admission) {
        String reason = admission.reason() == null ? "." : ": " + admission.reason() + ".";
        return switch (admission.outcome()) {
            case ADDED -> admission.email() + " is in the space of " + visit.label() + " (" + visit.id() + ") now.";
            case ALREADY ->
                admission.email() + " was in the space of " + visit.label() + " (" + visit.id() + ") already.";
            case REFUSED ->
                "Webex did not let me add " + admission.email() + reason + " Send them the guest link instead.";
            case FAILED ->
                "I could not add " + admission.email() + " just now" + reason + " Please say it again in a minute.";
        };
    }
}
