package io.visitbot.bot;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

import reactor.core.publisher.Mono;

/** Finds the command for what was said. A mistyped one is suggested and never run. */
final class Router {

    private static final String HELP = "help";
    private static final int LONGEST_QUOTE = 30;

    private final Map<String, CommandHandler> commands;
    private final Chat chat;

    Router(Collection<CommandHandler> commands, Chat chat) {
        this.commands = commands.stream()
                .collect(Collectors.toMap(command -> command.usage().verb(), Function.identity()));
        this.chat = chat;
    }

    boolean knows(String verb) {
        return commands.containsKey(verb);
    }

    Mono<String> route(Request request) {
        String verb = request.line().verb().isEmpty() ? HELP : request.line().verb();
        return Optional.ofNullable(commands.get(verb)).map(command -> command.handle(request))
                .orElseGet(() -> suggest(request, verb));
    }

    private Mono<String> suggest(Request request, String verb) {
        return Suggestions.closest(verb, List.copyOf(commands.keySet()))
                .map(close -> Mono
                        .just("I don't know `" + quoted(verb) + "`. Did you mean `" + commands.get(close).usage().line()
                                + "`? I have done nothing yet: say it again."))
                .orElseGet(() -> unknown(request, verb));
    }

    private Mono<String> unknown(Request request, String verb) {
        String brief = "I don't know `" + quoted(verb)
                + "`. To start a video visit, say `new patient-42`; `help` shows the rest.";
        return request.spot().direct()
                ? Mono.just(brief)
                : chat.tell(request.speaker().person(), brief)
                        .thenReturn("I don't know `" + quoted(verb) + "`. I have sent you what I do know, 1:1.")
                        .onErrorReturn(brief);
    }

    private static String quoted(String word) {
        String plain = word.replaceAll("[`\\p{Cntrl}]", "");
        return plain.length() <= LONGEST_QUOTE ? plain : plain.substring(0, LONGEST_QUOTE) + "…";
    }
}
