package io.visitbot.bot;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * What somebody wants of the bot, in one line: without the bot's mention, markup, odd blanks, curly quotes, long dashes
 * and a closing full stop.
 */
public final class CommandText {

    /** More than Webex lets anybody send. */
    private static final int LONGEST = 8_000;
    private static final int LONGEST_MARKUP = 64_000;

    private static final Pattern BLANK = Pattern.compile("[\\s\\p{Z}\\p{Cc}]+");
    private static final Pattern INVISIBLE = Pattern.compile("[\\p{Cf}\\p{Cs}]");
    private static final Pattern DOUBLE_QUOTE = Pattern.compile("[“”„‟«»″]");
    private static final Pattern SINGLE_QUOTE = Pattern.compile("[‘’‚‛′]");
    private static final Pattern DASH = Pattern.compile("[‐‑‒–—―−]");
    private static final String LEADING = " ,:;-/";
    private static final String TRAILING = " .,;:!?…。";

    private CommandText() {
    }

    /**
     * The command line; empty where only the bot was mentioned.
     *
     * @param html the message's markup, null where it was written without
     * @param direct whether the space is 1:1, where nobody needs to mention the bot
     */
    public static String of(String text, @Nullable String html, String botPersonId, String botDisplayName,
            boolean direct) {
        Mention mention = new Mention(botPersonId, botDisplayName);
        if (html == null || html.isBlank()) {
            return trimmed(withoutName(normalised(text), mention, direct));
        }
        Document markup = Jsoup.parseBodyFragment(beginning(html, LONGEST_MARKUP));
        boolean mentioned = mention.removeFrom(markup);
        markup.select("a[href]").forEach(CommandText::spellOut);
        String line = normalised(markup.text());
        return trimmed(mentioned ? line : withoutName(line, mention, direct));
    }

    /** One line with plain blanks, quotes and dashes. */
    static String normalised(String text) {
        String composed = Normalizer.normalize(beginning(text, LONGEST), Normalizer.Form.NFC);
        String spaced = BLANK.matcher(composed).replaceAll(" ");
        String visible = INVISIBLE.matcher(spaced).replaceAll("");
        String dashed = DASH.matcher(visible).replaceAll("-");
        return SINGLE_QUOTE.matcher(DOUBLE_QUOTE.matcher(dashed).replaceAll("\"")).replaceAll("'");
    }

    private static String withoutName(String line, Mention mention, boolean direct) {
        return direct ? mention.removeFromStart(line) : mention.removeFromAnywhere(line);
    }

    /** A link whose words hide an address is replaced by the address. */
    private static void spellOut(Element link) {
        String target = link.attr("href");
        int colon = target.indexOf(':');
        String scheme = target.substring(0, Math.max(colon, 0)).toLowerCase(Locale.ROOT);
        boolean address = scheme.equals("mailto") || scheme.equals("sip") || scheme.equals("sips");
        if (address && link.text().indexOf('@') < 0) {
            String bare = target.substring(colon + 1);
            int query = bare.indexOf('?');
            link.text(query < 0 ? bare : bare.substring(0, query));
        }
    }

    private static String trimmed(String line) {
        int start = 0;
        int end = line.length();
        while (start < end && LEADING.indexOf(line.charAt(start)) >= 0) {
            start++;
        }
        while (end > start && TRAILING.indexOf(line.charAt(end - 1)) >= 0) {
            end--;
        }
        String rest = BLANK.matcher(line.substring(start, end)).replaceAll(" ");
        return rest.isEmpty() && line.contains("?") ? "?" : rest;
    }

    private static String beginning(String text, int length) {
        return text.length() <= length ? text : text.substring(0, length);
    }
}
