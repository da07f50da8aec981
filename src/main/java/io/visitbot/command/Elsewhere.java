package io.visitbot.command;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import reactor.core.publisher.Mono;

import io.visitbot.bot.Request;
import io.visitbot.visit.Text;
import io.visitbot.visit.TextStatus;
import io.visitbot.visit.Visit;

/** How a text message stands is told in its visit's thread; whoever asks for one elsewhere is told so. */
final class Elsewhere {

    private Elsewhere() {
    }

    /** Empty where the request stands in the visit's own thread. */
    static Mono<String> told(Request request, Visit visit, List<Text> texts) {
        if (visit.place().equals(VisitNames.place(request))) {
            return Mono.empty();
        }
        List<Text> failed = texts.stream().filter(text -> text.status() == TextStatus.FAILED).toList();
        List<Text> going = texts.stream().filter(text -> text.status() != TextStatus.FAILED).toList();
        String done = Stream.of(words("I am texting ", going), words("I can't text ", failed))
                .filter(words -> !words.isEmpty()).collect(Collectors.joining(", but "));
        return Mono.just(done + " for " + visit.label() + " (" + visit.id() + "). "
                + (going.isEmpty() ? "Why" : "How that goes") + " stands in the visit's thread; `status "
                + visit.id() + "` tells it too.");
    }

    private static String words(String beginning, List<Text> texts) {
        return texts.isEmpty()
                ? ""
                : beginning + texts.stream().map(text -> text.to().masked()).distinct()
                        .collect(Collectors.joining(", "));
    }
}
