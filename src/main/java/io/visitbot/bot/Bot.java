package io.visitbot.bot;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;

import io.visitbot.webhook.EventHandler;
import io.visitbot.webhook.VerifiedEvent;

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
    public Mono<Void> handle(VerifiedEvent event, int attempt) {
        Instant began = clock.instant();
        return Mono.defer(() -> dispatch(event, attempt)).doOnNext(outcome -> note(event, attempt, outcome, began))
                .doOnError(error -> note(event, attempt, "failed: " + error, began)).then();
    }

    private Mono<String> dispatch(VerifiedEvent event, int attempt) {
        return switch (event.resource()) {
            case "messages" -> messages.handle(event, attempt);
            case "attachmentActions" -> submissions.handle(event);
            case "memberships" -> greeting.handle(event);
            default -> Mono.just("ignored");
        };
    }

    private void note(VerifiedEvent event, int attempt, String outcome, Instant began) {
        log.atInfo().addKeyValue("tracking", event.id()).addKeyValue("attempt", attempt).addKeyValue("outcome", outcome)
                .addKeyValue("ms", Duration.between(began, clock.instant()).toMillis()).log("event");
    }
}
