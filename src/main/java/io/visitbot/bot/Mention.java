package io.visitbot.bot;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;

/** The bot's own name in what somebody wrote: found by its markup, else by name. */
final class Mention {

    private static final Pattern BLANK = Pattern.compile(" +");

    private final String personId;
    private final String displayName;

    Mention(String personId, String displayName) {
        this.personId = personId;
        this.displayName = BLANK.matcher(CommandText.normalised(displayName)).replaceAll(" ").strip();
    }

    /** Takes the bot's mentions out of the markup; other people's keep their text. Tells whether one was there. */
    boolean removeFrom(Document html) {
        boolean found = false;
        for (Element mention : html.select("spark-mention")) {
            if (isOurs(mention.attr("data-object-id"))) {
                mention.replaceWith(new TextNode(" "));
                found = true;
            }
        }
        return found;
    }

    /** Takes the name out where the text begins with it. */
    String removeFromStart(String line) {
        for (String name : names()) {
            Matcher first = pattern("^ *", name).matcher(line);
            if (first.find()) {
                return line.substring(first.end());
            }
        }
        return line;
    }

    /** Takes the name out once: at the beginning, else where it stands first. */
    String removeFromAnywhere(String line) {
        String rest = removeFromStart(line);
        if (!rest.equals(line)) {
            return rest;
        }
        for (String name : names()) {
            Matcher somewhere = pattern("(?<= )", name).matcher(line);
            if (somewhere.find()) {
                return line.substring(0, somewhere.start()) + " " + line.substring(somewhere.end());
            }
        }
        return line;
    }

    private String[] names() {
        int end = displayName.indexOf(' ');
        return displayName.isEmpty()
                ? new String[0]
                : new String[]{displayName, end < 0 ? displayName : displayName.substring(0, end)};
    }

    private static Pattern pattern(String before, String name) {
        return Pattern.compile(before + "@?" + Pattern.quote(name) + "[,:;]?(?=[ .!?]|$)",
                Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    }

    private boolean isOurs(String id) {
        return !id.isEmpty() && (id.equals(personId) || uuid(id).equals(uuid(personId)));
    }

    private static String uuid(String id) {
        String uri = decoded(id);
        return uri.substring(uri.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT);
    }

    private static String decoded(String id) {
        try {
            String base64 = id.replace('+', '-').replace('/', '_').replace("=", "");
            String uri = new String(Base64.getUrlDecoder().decode(base64), StandardCharsets.UTF_8);
            return uri.startsWith("ciscospark://") ? uri : id;
        } catch (IllegalArgumentException bare) {
            return id;
        }
    }
}
