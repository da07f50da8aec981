package io.visitbot.bot;

import reactor.core.publisher.Mono;

import io.visitbot.platform.ApiException;

/** Says the answer, or what went wrong: nobody who speaks to the bot meets silence. */
final class Answers {

    private final Chat chat;
    private final Failures failures;

    Answers(Chat chat, Failures failures) {
        this.chat = chat;
        this.failures = failures;
    }

    /** Waits for the answer and says it. An error of saying it comes through, so that the event comes again. */
    Mono<Void> give(Spot spot, Mono<String> answer) {
        return answer
                .onErrorResume(error -> !isWebexAway(error), error -> Mono.fromSupplier(() -> failures.inWords(error)))
                .flatMap(markdown -> chat.say(spot, markdown)).then();
    }

    /** While Webex itself is away nothing can be said: the event is worked on again later. */
    private static boolean isWebexAway(Throwable error) {
        return error instanceof ApiException failure && failure.api().equals("webex")
                && ApiException
                        .is(ApiException.Kind.UNAVAILABLE, ApiException.Kind.LIMITED, ApiException.Kind.MISCONFIGURED)
                        .test(failure);
    }
}
