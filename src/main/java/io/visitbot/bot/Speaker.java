package io.visitbot.bot;

import java.time.ZoneId;

import org.jspecify.annotations.Nullable;

/**
 * Who speaks to the bot.
 *
 * @param email the main address, empty where Webex tells none
 * @param organisation the id of the organisation, empty where Webex tells none
 * @param zone where the person's clock stands, null where Webex doesn't know
 */
public record Speaker(String person, String email, String name, String organisation, @Nullable ZoneId zone) {

    @Override
    public String toString() {
        return "Speaker[" + person + "]";
    }
}
