package io.visitbot.command;

import reactor.core.publisher.Mono;

import io.visitbot.bot.CommandHandler;
import io.visitbot.bot.Request;
import io.visitbot.bot.Speaker;
import io.visitbot.visit.VisitTimes;

/** Says whom the bot takes somebody for. */
final class WhoAmI implements CommandHandler {

    private final VisitTimes times;

    WhoAmI(VisitTimes times) {
        this.times = times;
    }

    @Override
    public Usage usage() {
        return new Usage("whoami", "", "whom I take you for, and what you may do");
    }

    @Override
    public Mono<String> handle(Request request) {
        Speaker you = request.speaker();
        String clock = you.zone() == null ? "; Webex does not tell me your time zone, so I use the hospital's" : "";
        return Mono.just("You are " + you.name() + " (" + you.email() + "). You may start visits and see those of "
                + (request.spot().direct() ? "yours and those you were added to" : "this space") + ". I give times for "
                + times.zone(you.zone()).getId() + clock + ".");
    }
}
