package io.visitbot.command;

import java.util.List;
import java.util.stream.Collectors;

import reactor.core.publisher.Mono;

import io.visitbot.bot.Request;
import io.visitbot.visit.Text;
import io.visitbot.visit.Visit;

/** How a text message stands is told in its visit's thread; whoever asks for one elsewhere is told so. */
final class Elsewhere {

    private Elsewhere() {
    }

    /** Empty where the request stands in the visit's own thread. */
    static Mono<String> told(Request request, Visit visit, List<Text> texts) {
        return visit.place().equals(VisitNames.place(request))
                ? Mono.empty()
                : Mono.just("I am texting " + texts.stream().map(text -> text.to().masked()).distinct()
                        .collect(Collectors.joining(", ")) + " for " + visit.label() + " (" + visit.id()
                        + "). How that goes stands in the visit's thread; `status " + visit.id() + "` tells it too.");
    }
}
