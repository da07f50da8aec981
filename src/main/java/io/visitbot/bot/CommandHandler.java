package io.visitbot.bot;

import reactor.core.publisher.Mono;

/** One thing that staff can say. Adding a command is adding one class. */
public interface CommandHandler {

    Usage usage();

    /**
     * Does it. The value is what to answer, in markdown; empty where the answer was given otherwise. A {@link Refusal} is
     * said as it is; any other error is explained by the bot.
     */
    Mono<String> handle(Request request);

    /**
     * How a command is said.
     *
     * @param verb the first word, lower case
     * @param syntax the words that follow, with {@code <…>} for what to fill in and {@code […]} for what can be left out
     * @param purpose what it is for, a short phrase
     */
    record Usage(String verb, String syntax, String purpose) {

        public String line() {
            return syntax.isEmpty() ? verb : verb + " " + syntax;
        }
    }
}
