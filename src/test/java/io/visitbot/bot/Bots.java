package io.visitbot.bot;

import java.time.Clock;
import java.util.List;

import reactor.core.publisher.Mono;

import io.visitbot.platform.Ids;
import io.visitbot.webex.Me;
import io.visitbot.webex.WebexApi;
import io.visitbot.webhook.Backlog;
import io.visitbot.webhook.EventHandler;

/** Puts the conversation together as the program does. */
public final class Bots {

    private Bots() {
    }

    public static Chat chat(WebexApi webex) {
        return new BotConfiguration().chat(webex);
    }

    public static EventHandler bot(WebexApi webex, BotSettings settings, List<CommandHandler> commands,
            List<CardHandler> cards, Doorkeeper doorkeeper, Ids ids, Clock clock) {
        return bot(webex, settings, commands, cards, doorkeeper, (room, person, than) -> Mono.just(false), ids, clock);
    }

    /** The same where something else may wait. */
    public static EventHandler bot(WebexApi webex, BotSettings settings, List<CommandHandler> commands,
            List<CardHandler> cards, Doorkeeper doorkeeper, Backlog backlog, Ids ids, Clock clock) {
        return new BotConfiguration().bot(webex, new Me(webex), chat(webex), settings, commands, cards, doorkeeper,
                backlog, ids, clock);
    }
}
