package io.visitbot.notice;

import java.time.Clock;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;

import io.visitbot.bot.Chat;
import io.visitbot.visit.Announcer;
import io.visitbot.visit.Drafts;
import io.visitbot.visit.FindVisit;
import io.visitbot.visit.InvitePatient;
import io.visitbot.visit.Notices;
import io.visitbot.visit.TextTrouble;
import io.visitbot.visit.VisitTimes;

/** Puts the notices together. */
@Configuration(proxyBeanMethods = false)
@Profile("!sandbox-servers")
class NoticeConfiguration {

    @Bean
    Announcer announcer(Chat chat, Notices notices, Drafts drafts, FindVisit find, VisitTimes times,
            InvitePatient invite,
            TextTrouble trouble, NoticeSettings settings, Clock clock) {
        return new ThreadAnnouncer(new Board(chat, notices), chat, drafts, find, new ResultView(times, invite),
                new TextWords(trouble, times), settings, clock);
    }
}
