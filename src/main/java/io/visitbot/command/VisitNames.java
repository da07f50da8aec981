package io.visitbot.command;

import java.util.List;
import java.util.stream.Collectors;

import reactor.core.publisher.Mono;

import io.visitbot.bot.NotFound;
import io.visitbot.bot.Refusal;
import io.visitbot.bot.Request;
import io.visitbot.cards.PlainText;
import io.visitbot.visit.FindVisit;
import io.visitbot.visit.Place;
import io.visitbot.visit.Visit;
import io.visitbot.visit.VisitTimes;

/** Finds the one visit that somebody means, or says why there is not one. */
final class VisitNames {

    private static final int LONGEST_QUOTE = 60;

    private final FindVisit find;
    private final VisitTimes times;

    VisitNames(FindVisit find, VisitTimes times) {
        this.find = find;
        this.times = times;
    }

    /** The visit called by these words; a {@link Refusal} where there is none, or more than one. */
    Mono<Visit> one(Request request, List<String> words) {
        String name = String.join(" ", words);
        if (PlainText.of(name).isEmpty()) {
            return Mono.error(
                    new Refusal("Which visit? Say its label or its short id, such as V-7F3K; `list` shows them."));
        }
        return find.named(name, place(request), request.speaker().person(), request.speaker().email(), request.at())
                .flatMap(found -> only(found, name));
    }

    static Place place(Request request) {
        return new Place(request.spot().space(), request.spot().thread(), request.spot().direct());
    }

    private Mono<Visit> only(List<Visit> found, String name) {
        return switch (found.size()) {
            case 0 -> Mono.error(
                    new NotFound("I find no visit `" + PlainText.quoted(name, LONGEST_QUOTE)
                            + "` here. `list` shows the visits of this "
                            + "space; one that was asked for elsewhere is only seen there."));
            case 1 -> Mono.just(found.getFirst());
            default -> Mono.error(new Refusal(choices(found)));
        };
    }

    private String choices(List<Visit> found) {
        return found.stream()
                .map(visit -> "- `" + visit.id() + "`, asked for at " + times.at(visit, visit.requestedAt()))
                .collect(Collectors.joining("\n",
                        "There are " + found.size() + " visits of that name. Say which one:\n\n", ""));
    }
}
