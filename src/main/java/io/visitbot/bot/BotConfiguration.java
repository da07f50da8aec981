package io.visitbot.bot;

import java.time.Clock;
import java.util.List;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;

import io.visitbot.platform.Ids;
import io.visitbot.webex.Me;
import io.visitbot.webex.WebexApi;
import io.visitbot.webhook.Backlog;

/** Puts the conversation together. */
@Configuration(proxyBeanMethods = false)
@Profile("!sandbox-servers")
class BotConfiguration {

    @Bean
    Chat chat(WebexApi webex) {
        return new Chat(webex);
    }

    @Bean
    Bot bot(WebexApi webex, Me me, Chat chat, BotSettings settings, List<CommandHandler> commands,
            List<CardHandler> cards, Doorkeeper doorkeeper, Backlog backlog, Ids ids, Clock clock) {
        Answers answers = new Answers(chat, new Failures(ids));
        Speakers speakers = new Speakers(new People(webex), new Access(settings, me), doorkeeper);
        return new Bot(new MessageEvents(webex, me, speakers, new Router(commands, chat), answers, backlog, clock),
                new SubmissionEvents(webex, speakers, cards, answers, clock), new Greeting(webex, me, chat), clock);
    }
}
