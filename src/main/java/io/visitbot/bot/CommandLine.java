package io.visitbot.bot;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A command and what follows it.
 *
 * @param verb the first word in lower case, empty where nothing was said
 * @param rest the other words; those between quotes are one
 */
public record CommandLine(String verb, List<String> rest) {

    private static final String QUOTES = "\"'";
    private static final String AFTER_VERB = ",:;.!?";

    public CommandLine {
        rest = List.copyOf(rest);
    }

    /** Takes apart what {@link CommandText} made. Never fails. */
    public static CommandLine of(String text) {
        List<String> words = words(text);
        return words.isEmpty()
                ? new CommandLine("", List.of())
                : new CommandLine(verb(words.getFirst()), words.subList(1, words.size()));
    }

    /** The other words with a blank between them. */
    public String remainder() {
        return String.join(" ", rest);
    }

    private static String verb(String word) {
        int end = word.length();
        while (end > 1 && AFTER_VERB.indexOf(word.charAt(end - 1)) >= 0) {
            end--;
        }
        return word.substring(0, end).toLowerCase(Locale.ROOT);
    }

    private static List<String> words(String text) {
        List<String> words = new ArrayList<>();
        int at = 0;
        while (at < text.length()) {
            if (text.charAt(at) == ' ') {
                at++;
                continue;
            }
            int close = closing(text, at);
            int end = close > 0 ? close : endOfWord(text, at);
            String word = close > 0 ? text.substring(at + 1, close).strip() : text.substring(at, end);
            if (!word.isEmpty()) {
                words.add(word);
            }
            at = close > 0 ? close + 1 : end;
        }
        return words;
    }

    /** Where the quotes that open here close, -1 where none open here or they never close. */
    private static int closing(String text, int at) {
        char quote = text.charAt(at);
        if (QUOTES.indexOf(quote) < 0) {
            return -1;
        }
        int close = text.indexOf(quote, at + 1);
        while (close > 0 && !endsWord(text, close + 1)) {
            close = text.indexOf(quote, close + 1);
        }
        return close;
    }

    private static boolean endsWord(String text, int at) {
        return at >= text.length() || " ,;.".indexOf(text.charAt(at)) >= 0;
    }

    private static int endOfWord(String text, int at) {
        int end = text.indexOf(' ', at);
        return end < 0 ? text.length() : end;
    }
}
