package io.visitbot.bot;

import java.util.Locale;

import reactor.core.publisher.Mono;

import io.visitbot.webex.Me;
import io.visitbot.webex.Person;

/** Decides who may use the bot. */
final class Access {

    private static final String OWN_ORGANISATION = "org";

    private final BotSettings settings;
    private final Me me;

    Access(BotSettings settings, Me me) {
        this.settings = settings;
        this.me = me;
    }

    /** The speaker, or a {@link Refusal} that says whom to ask. */
    Mono<Speaker> admit(Speaker speaker) {
        return me.person().flatMap(bot -> isAllowed(speaker, bot) ? Mono.just(speaker) : Mono.error(refusal()));
    }

    private boolean isAllowed(Speaker speaker, Person bot) {
        boolean own = !bot.orgId().isEmpty() && bot.orgId().equals(speaker.organisation());
        if (settings.domains().isEmpty() && settings.people().isEmpty()) {
            return own;
        }
        String email = speaker.email().toLowerCase(Locale.ROOT);
        return settings.people().contains(email) || settings.domains().contains(email.substring(email.indexOf('@') + 1))
                || (own && settings.domains().contains(OWN_ORGANISATION));
    }

    private Refusal refusal() {
        return new Refusal("I can't do that for you: you are not among the people that I work for here. "
                + "Please ask " + settings.contact() + " to add you.");
    }
}
