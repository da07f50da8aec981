package io.visitbot.bot;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;

import io.visitbot.platform.Failure;
import io.visitbot.webhook.Delivery;
import io.visitbot.webhook.EventHandler;

/** Takes every event to where it is understood, and writes one line about each. */
final class Bot implements EventHandler {

    private static final Logger log = LoggerFactory.getLogger(Bot.class);

    private final MessageEvents messages;
    private final SubmissionEvents submissions;
    private final Greeting greeting;
    private final Clock clock;

    Bot(MessageEvents messages, SubmissionEvents submissions, Greeting greeting, Clock clock) {
        this.messages = messages;
        this.submissions = submissions;
        this.greeting = greeting;
        this.clock = clock;
    }

    @Override
    public Mono<Void> handle(Delivery delivery) {
        Instant began = clock.instant();
        Turn turn = Turn.of(delivery);
        return turn.of(Mono.defer(() -> dispatch(delivery))).doOnNext(outcome -> note(delivery, outcome, began))
                .doOnError(error -> note(delivery, words(error), began)).onErrorMap(turn::ended)
                .then();
    }

    private Mono<String> dispatch(Delivery delivery) {
        return switch (delivery.event().resource()) {
            case "messages" -> messages.handle(delivery);
            case "attachmentActions" -> submissions.handle(delivery);
            case "memberships" -> greeting.handle(delivery.event());
            default -> Mono.just("ignored");
        };
    }

    private static String words(Throwable error) {
        return error instanceof OutOfTurn ? "out of turn" : "failed: " + Failure.words(error);
    }

    private void note(Delivery delivery, String outcome, Instant began) {
        log.atInfo().addKeyValue("tracking", delivery.event().id()).addKeyValue("attempt", delivery.attempt())
                .addKeyValue("outcome", outcome)
                .addKeyValue("ms", Duration.between(began, clock.instant()).toMillis()).log("event");
    }
}
