package io.visitbot.notice;

import io.visitbot.bot.Chat;
import io.visitbot.visit.Announcer;
import io.visitbot.visit.VisitFixtures;

/** Puts the notices together as the program does. */
public final class Announcers {

    private Announcers() {
    }

    public static Announcer announcer(Chat chat, VisitFixtures heart, boolean hostLinkInSpace) {
        return new NoticeConfiguration().announcer(chat, heart.notices, heart.drafts,
                heart.find, heart.times, heart.invite,
                heart.trouble, new NoticeSettings(hostLinkInSpace), heart.clock);
    }
}
