package io.visitbot.bot;

import java.time.Clock;
import java.time.Duration;

import reactor.core.publisher.Mono;

import io.visitbot.platform.ApiException;
import io.visitbot.webex.Me;
import io.visitbot.webex.Message;
import io.visitbot.webex.Person;
import io.visitbot.webex.WebexApi;
import io.visitbot.webhook.Backlog;
import io.visitbot.webhook.Delivery;
import io.visitbot.webhook.EventHandler;

/** Fetches what was said, lets go of what is not for us, and hands the rest to the router. */
final class MessageEvents {

    static final Duration LATE_AFTER = Duration.ofHours(1);

    private static final int LOOKS = 2;
    private static final String EDITED = "You changed that message before I had read it, so I did nothing. Please say it again.";

    private static final String EDITED_MEANWHILE = "You changed that message while I was at it, so what it said first may be done or not: "
            + "`list` shows the visits of this space. Please say it again if you still want it.";

    private static final String LATE = "I could only read this now, so I did nothing: it may no longer be wanted. "
            + "Please say it again if it is.";
    private static final String LATE_AGAIN = "I was held up and could only come back to this now, so it may be done or not: "
            + "`list` shows the visits of this space. Please say it again if you still want it.";

    private final WebexApi webex;
    private final Me me;
    private final Speakers speakers;
    private final Router router;
    private final Answers answers;
    private final Backlog backlog;
    private final Clock clock;

    MessageEvents(WebexApi webex, Me me, Speakers speakers, Router router, Answers answers, Backlog backlog,
            Clock clock) {
        this.webex = webex;
        this.me = me;
        this.speakers = speakers;
        this.router = router;
        this.answers = answers;
        this.backlog = backlog;
        this.clock = clock;
    }

    /** Gives what became of it, in a word for the log. */
    Mono<String> handle(Delivery delivery) {
        Envelope envelope = Envelope.of(delivery.event());
        return me.person().flatMap(bot -> isOurs(envelope.person(), envelope.email(), bot)
                ? Mono.just("own")
                : fetched(envelope, delivery.attempt()).flatMap(message -> read(delivery, envelope, message, bot))
                        .defaultIfEmpty("gone"));
    }

    /** Empty for a message that is gone or hidden. One that was only just written can be missing for a moment. */
    private Mono<Message> fetched(Envelope envelope, int attempt) {
        return webex.message(envelope.dataId())
                .onErrorResume(
                        error -> ApiException.status(403).test(error) || (attempt >= LOOKS && isGone(error)),
                        _ -> Mono.empty());
    }

    private static boolean isGone(Throwable error) {
        return ApiException.is(ApiException.Kind.GONE, ApiException.Kind.REFUSED, ApiException.Kind.UNREADABLE)
                .test(error);
    }

    private Mono<String> read(Delivery delivery, Envelope envelope, Message message, Person bot) {
        if (isOurs(message.personId(), message.personEmail(), bot)) {
            return Mono.just("own");
        }
        boolean direct = message.direct() || envelope.direct();
        Spot spot = new Spot(message.roomId(), message.parentId() == null ? message.id() : message.parentId(), direct);
        if (message.updated() != null && !message.updated().equals(message.created())) {
            return answers.give(spot, Mono.just(delivery.isFirst() ? EDITED : EDITED_MEANWHILE)).thenReturn("edited");
        }
        if (delivery.isOlderThan(LATE_AFTER, clock.instant())) {
            return answers.give(spot, Mono.just(delivery.isFirst() ? LATE : LATE_AGAIN)).thenReturn("late");
        }
        CommandLine line = CommandLine
                .of(CommandText.of(message.text(), message.html(), bot.id(), bot.displayName(), direct));
        return speakers.known(message.personId(), message.personEmail())
                .flatMap(speaker -> answer(delivery, spot, speaker, line)).switchIfEmpty(Mono.just("bot"));
    }

    private Mono<String> answer(Delivery delivery, Spot spot, Speaker speaker, CommandLine line) {
        return answers.give(spot, speakers.admitted(speaker, spot)
                .flatMap(admitted -> inTurn(
                        new Request(delivery.event().id(), spot, admitted, line, delivery.receivedAt()))))
                .thenReturn(line.verb().isEmpty() ? "help" : router.knows(line.verb()) ? line.verb() : "unknown");
    }

    /** What was said before may bring what is not there yet, and may have done so just now. */
    private Mono<String> inTurn(Request request) {
        Mono<String> answer = Mono.defer(() -> router.route(request));
        return answer.onErrorResume(NotFound.class, none -> backlog
                .holdsEarlier(request.spot().space(), request.speaker().person(), request.at())
                .flatMap(holds -> holds ? Mono.error(new EventHandler.OutOfTurn()) : answer));
    }

    private static boolean isOurs(String person, String email, Person bot) {
        return person.equals(bot.id()) || Speakers.isBotAddress(email);
    }
}
