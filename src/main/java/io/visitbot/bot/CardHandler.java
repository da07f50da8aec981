package io.visitbot.bot;

import reactor.core.publisher.Mono;

/** Takes the cards of one kind. */
public interface CardHandler {

    /** The value of {@code action} in the card's hidden data. */
    String action();

    /** Takes it; the value is what to answer in the card's space, empty where the answer was given otherwise. */
    Mono<String> handle(Submission submission);

    /** Takes one whose card is gone, so that nothing is known but its message; empty where it was none of ours. */
    Mono<String> gone(Submission submission);
}
