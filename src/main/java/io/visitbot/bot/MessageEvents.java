package io.visitbot.bot;

import reactor.core.publisher.Mono;

import io.visitbot.platform.ApiException;
import io.visitbot.webex.Me;
import io.visitbot.webex.Message;
import io.visitbot.webex.Person;
import io.visitbot.webex.WebexApi;
import io.visitbot.webhook.VerifiedEvent;

/** Fetches what was said, lets go of what is not for us, and hands the rest to the router. */
final class MessageEvents {

    private final WebexApi webex;
    private final Me me;
    private final Speakers speakers;
    private final Router router;
    private final Answers answers;

    MessageEvents(WebexApi webex, Me me, Speakers speakers, Router router, Answers answers) {
        this.webex = webex;
        this.me = me;
        this.speakers = speakers;
        this.router = router;
        this.answers = answers;
    }

    /** Gives what became of it, in a word for the log. */
    Mono<String> handle(VerifiedEvent event) {
        Envelope envelope = Envelope.of(event);
        return me.person().flatMap(bot -> isOurs(envelope.person(), envelope.email(), bot)
                ? Mono.just("own")
                : webex.message(envelope.dataId()).flatMap(message -> read(event, message, bot)))
                .onErrorResume(ApiException.is(ApiException.Kind.GONE), _ -> Mono.just("gone"))
                .onErrorResume(ApiException.status(403), _ -> Mono.just("hidden"));
    }

    private Mono<String> read(VerifiedEvent event, Message message, Person bot) {
        if (isOurs(message.personId(), message.personEmail(), bot)) {
            return Mono.just("own");
        }
        if (message.updated() != null && !message.updated().equals(message.created())) {
            return Mono.just("edited");
        }
        Spot spot = new Spot(message.roomId(), message.parentId() == null ? message.id() : message.parentId(),
                message.direct());
        CommandLine line = CommandLine.of(
                CommandText.of(message.text(), message.html(), bot.id(), bot.displayName(), message.direct()));
        return speakers.known(message.personId(), message.personEmail())
                .flatMap(speaker -> answer(event, spot, speaker, line)).switchIfEmpty(Mono.just("bot"));
    }

    private Mono<String> answer(VerifiedEvent event, Spot spot, Speaker speaker, CommandLine line) {
        return answers.give(spot,
                speakers.admitted(speaker)
                        .flatMap(admitted -> router.route(new Request(event.id(), spot, admitted, line))))
                .thenReturn(line.verb().isEmpty() ? "help" : router.knows(line.verb()) ? line.verb() : "unknown");
    }

    private static boolean isOurs(String person, String email, Person bot) {
        return person.equals(bot.id()) || Speakers.isBotAddress(email);
    }
}
