package io.visitbot.bot;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;

import io.visitbot.platform.ApiException;
import io.visitbot.platform.Failure;
import io.visitbot.webhook.EventHandler;

/** Says the answer, or what went wrong: nobody who speaks to the bot meets silence. */
final class Answers {

    private static final Logger log = LoggerFactory.getLogger(Answers.class);

    private final Chat chat;
    private final Failures failures;

    Answers(Chat chat, Failures failures) {
        this.chat = chat;
        this.failures = failures;
    }

    /**
     * Waits for the answer and says it. Where Webex is away, or it is not the event's turn, the error comes through and the
     * event comes again; what stands there already, or what the space does not take, is not said once more.
     */
    Mono<Void> give(Spot spot, Mono<String> answer) {
        return answer
                .onErrorResume(error -> !comesAgain(error), error -> Mono.fromSupplier(() -> failures.inWords(error)))
                .flatMap(markdown -> chat.say(spot, markdown).onErrorResume(Answers::isDone, Answers::letGo)).then();
    }

    /** It was taken, but nobody can read the answer; or the space is not ours any more. */
    private static boolean isDone(Throwable error) {
        return ApiException.is(ApiException.Kind.UNREADABLE, ApiException.Kind.REFUSED, ApiException.Kind.GONE)
                .test(error);
    }

    private static Mono<String> letGo(Throwable error) {
        log.atWarn().addKeyValue("error", Failure.words(error)).log("an answer may not have been seen");
        return Mono.empty();
    }

    private static boolean comesAgain(Throwable error) {
        return error instanceof EventHandler.OutOfTurn || isWebexAway(error);
    }

    /** While Webex itself is away nothing can be said: the event is worked on again later. */
    private static boolean isWebexAway(Throwable error) {
        return error instanceof ApiException failure && failure.api().equals("webex")
                && ApiException
                        .is(ApiException.Kind.UNAVAILABLE, ApiException.Kind.LIMITED, ApiException.Kind.MISCONFIGURED)
                        .test(failure);
    }
}
