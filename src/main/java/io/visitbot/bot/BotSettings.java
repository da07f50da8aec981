package io.visitbot.bot;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

import io.visitbot.platform.Settings;

/**
 * Who may use the bot. Where both lists are empty: everybody of the bot's own Webex organisation. Where one is given, it
 * says who may, and {@code org} in the list of domains stands for the own organisation.
 *
 * @param domains {@code VISIT_ALLOWED_DOMAINS}: e-mail domains, or {@code org}; separated by commas, default empty
 * @param people {@code VISIT_ALLOWED_PEOPLE}: e-mail addresses; separated by commas, default empty
 * @param contact {@code VISIT_CONTACT}: whom a refused person is told to ask; a name, a team or an address, default
 * {@code your Webex administrator}
 */
public record BotSettings(Set<String> domains, Set<String> people, String contact) {

    public static BotSettings read(Settings settings) {
        return new BotSettings(lower(settings.list("VISIT_ALLOWED_DOMAINS")),
                lower(settings.list("VISIT_ALLOWED_PEOPLE")),
                settings.text("VISIT_CONTACT", "your Webex administrator"));
    }

    private static Set<String> lower(List<String> entries) {
        return entries.stream().map(entry -> entry.toLowerCase(Locale.ROOT))
                .map(entry -> entry.startsWith("@") ? entry.substring(1) : entry)
                .collect(Collectors.toUnmodifiableSet());
    }
}
