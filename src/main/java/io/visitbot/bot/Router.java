package io.visitbot.bot;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

import reactor.core.publisher.Mono;

import io.visitbot.cards.PlainText;

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
        return Suggestions.closest(verb, commands.keySet()).map(commands::get)
                .map(close -> Mono.just(suggestion(verb, close.usage()))).orElseGet(() -> unknown(request, verb));
    }

    private static String suggestion(String verb, CommandHandler.Usage close) {
        return "I don't know " + quoted(verb) + ". Did you mean `" + close.line()
                + "`? I have done nothing yet: say it again.";
    }

    private Mono<String> unknown(Request request, String verb) {
        String brief = "I don't know " + quoted(verb)
                + ". To start a video visit, say `new patient-42`; `help` shows the rest.";
        return request.spot().direct()
                ? Mono.just(brief)
                : chat.tell(request.speaker().person(), brief)
                        .thenReturn("I don't know " + quoted(verb) + ". I have sent you what I do know, 1:1.")
                        .onErrorReturn(brief);
    }

    private static String quoted(String word) {
        String plain = PlainText.quoted(word, LONGEST_QUOTE);
        return plain.isEmpty() ? "that" : "`" + plain + "`";
    }
}
