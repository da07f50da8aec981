package io.visitbot.bot;

import reactor.core.publisher.Mono;

import io.visitbot.platform.ApiException;
import io.visitbot.webex.Me;
import io.visitbot.webex.WebexApi;
import io.visitbot.webhook.VerifiedEvent;

/** Introduces the bot where it is added to a space, in three lines and an example. */
final class Greeting {

    private static final String TEMPORARY = "Virtual Visit";

    private final WebexApi webex;
    private final Me me;
    private final Chat chat;

    Greeting(WebexApi webex, Me me, Chat chat) {
        this.webex = webex;
        this.me = me;
        this.chat = chat;
    }

    /** Gives what became of it, in a word for the log. */
    Mono<String> handle(VerifiedEvent event) {
        Envelope envelope = Envelope.of(event);
        return me.person().filter(bot -> bot.id().equals(envelope.person()) && !envelope.direct())
                .filterWhen(_ -> isForStaff(envelope.room()))
                .flatMap(bot -> chat.say(new Spot(envelope.room(), null, false), words(bot.displayName())))
                .map(_ -> "greeted").defaultIfEmpty("not greeted");
    }

    /** Whoever makes a visit's temporary space is put into it, and patients need no greeting there. */
    private Mono<Boolean> isForStaff(String room) {
        return webex.room(room).map(found -> !found.title().startsWith(TEMPORARY))
                .onErrorReturn(ApiException.is(ApiException.Kind.GONE, ApiException.Kind.REFUSED), true);
    }

    private static String words(String name) {
        return """
                Hello, I'm %s. I start video visits from this space.
                Say my name and `new` with a label for the patient; never a real name, since everybody here reads it.
                I give you the host link, the guest link and the SIP address, and I can text the patient.

                Try it: `@%s new patient-42`, or `@%s help` for everything else.""".formatted(name, name, name)
                .replace("\n", "  \n");
    }
}
