package io.visitbot.bot;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import io.visitbot.platform.ApiException;
import io.visitbot.webex.AttachmentAction;
import io.visitbot.webex.WebexApi;
import io.visitbot.webhook.Delivery;

/** Fetches what somebody put into a card, checks that he may, and hands it to the card's handler. */
final class SubmissionEvents {

    private static final String GONE = "That form is no longer there, and I could not read what you put in. "
            + "Say `new` with the label and I'll give you a fresh one.";

    private static final String GONE_AGAIN = "I was interrupted while I read that form, and it is gone now. Where its result or a "
            + "corrected form stands above, go on there; if not, say `new` with the label and I'll give you a fresh one.";

    private static final String UNKNOWN = "I don't know that card any more. Say `help` for what I do understand.";

    private final WebexApi webex;
    private final Speakers speakers;
    private final List<CardHandler> handlers;
    private final Answers answers;
    private final Clock clock;

    SubmissionEvents(WebexApi webex, Speakers speakers, List<CardHandler> handlers, Answers answers, Clock clock) {
        this.webex = webex;
        this.speakers = speakers;
        this.handlers = handlers;
        this.answers = answers;
        this.clock = clock;
    }

    /** Gives what became of it, in a word for the log. */
    Mono<String> handle(Delivery delivery) {
        Envelope envelope = Envelope.of(delivery.event());
        Mono<Optional<AttachmentAction>> action = webex.attachmentAction(envelope.dataId()).map(Optional::of)
                .onErrorResume(ApiException.is(ApiException.Kind.GONE, ApiException.Kind.REFUSED),
                        _ -> Mono.just(Optional.empty()));
        Mono<Optional<Speaker>> early = envelope.person().isEmpty()
                ? Mono.just(Optional.empty())
                : known(envelope.person());
        return Mono.zip(action, early).flatMap(both -> both.getT1().map(found -> take(delivery, found, both.getT2()))
                .orElseGet(() -> gone(delivery, envelope, both.getT2())));
    }

    private Mono<String> take(Delivery delivery, AttachmentAction action, Optional<Speaker> early) {
        Spot spot = new Spot(action.roomId(), null, false);
        Mono<Optional<Speaker>> speaker = early.filter(found -> found.person().equals(action.personId())).isPresent()
                ? Mono.just(early)
                : known(action.personId());
        Mono<String> answer = speaker.flatMap(Mono::justOrEmpty).flatMap(found -> speakers.admitted(found, spot))
                .map(admitted -> submission(delivery, spot, admitted, action.messageId(), action.inputs()))
                .flatMap(this::dispatch);
        return answers.give(spot, answer).thenReturn("submitted");
    }

    private Submission submission(Delivery delivery, Spot spot, Speaker speaker, String message,
            Map<String, String> inputs) {
        return new Submission(delivery.event().id(), spot, speaker, message, inputs, !delivery.isFirst(),
                delivery.isOlderThan(MessageEvents.LATE_AFTER, clock.instant()));
    }

    private Mono<String> dispatch(Submission submission) {
        return Mono.justOrEmpty(handlers.stream().filter(handler -> handler.action().equals(submission.input("action")))
                .findFirst()).switchIfEmpty(Mono.error(() -> new Refusal(UNKNOWN)))
                .flatMap(handler -> handler.handle(submission));
    }

    private Mono<String> gone(Delivery delivery, Envelope envelope, Optional<Speaker> speaker) {
        if (envelope.room().isEmpty() || speaker.isEmpty()) {
            return Mono.just("gone");
        }
        Spot spot = new Spot(envelope.room(), null, envelope.direct());
        Mono<String> answer = speakers.admitted(speaker.get(), spot)
                .map(admitted -> submission(delivery, spot, admitted, envelope.message(), Map.of()))
                .flatMap(submission -> Flux.fromIterable(handlers).concatMap(handler -> handler.gone(submission)).next()
                        .defaultIfEmpty(delivery.isFirst() ? GONE : GONE_AGAIN))
                .filter(sentence -> !sentence.isEmpty());
        return answers.give(spot, answer).thenReturn("gone");
    }

    private Mono<Optional<Speaker>> known(String person) {
        return speakers.known(person, "").map(Optional::of).defaultIfEmpty(Optional.empty());
    }
}
