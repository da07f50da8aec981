package io.visitbot.command;

import java.util.List;
import java.util.regex.Pattern;

import io.visitbot.platform.PhoneNumbers;

/**
 * A phone number that was written with blanks in it, and so came as several words.
 *
 * @param start where it begins
 * @param end where the next word is; not after {@code start} where there is no number
 * @param text the number as typed
 */
record NumberRun(int start, int end, String text) {

    private static final int MOST_WORDS = 12;
    private static final int FEWEST_DIGITS = 7;

    private static final Pattern NUMBER_LIKE = Pattern.compile("[+(]*\\p{Nd}[\\p{Nd} ().\\-/]*[,;]?|[+(-]");
    private static final Pattern DATE = Pattern.compile("\\d{4}-\\d{2}-\\d{2}[,;]?");

    private static final NumberRun NONE = new NumberRun(0, 0, "");

    /** Looks at the words from {@code at} on: those before a "+", or before what is a number by itself, are not part of it. */
    static NumberRun at(List<String> words, int at, PhoneNumbers numbers) {
        int end = end(words, at);
        for (int start = at; start < end; start++) {
            String text = text(words, start, end);
            if (numbers.parse(text).isPresent()) {
                return new NumberRun(start, end, text);
            }
        }
        String text = text(words, at, end);
        return text.startsWith("+") || digits(text) >= FEWEST_DIGITS ? new NumberRun(at, end, text) : NONE;
    }

    boolean isPhone() {
        return end > start;
    }

    /** A number ends where another begins with its "+" or at a comma. */
    private static int end(List<String> words, int at) {
        int end = at;
        boolean plus = false;
        while (end < words.size() && end - at < MOST_WORDS && isNumberLike(words.get(end))) {
            boolean begins = words.get(end).startsWith("+");
            if (begins && plus) {
                break;
            }
            plus = plus || begins;
            end++;
            if (words.get(end - 1).endsWith(",") || words.get(end - 1).endsWith(";")) {
                break;
            }
        }
        return end;
    }

    private static boolean isNumberLike(String word) {
        return word.length() <= 40 && NUMBER_LIKE.matcher(word).matches() && !DATE.matcher(word).matches();
    }

    private static String text(List<String> words, int start, int end) {
        String joined = String.join(" ", words.subList(start, end));
        return joined.endsWith(",") || joined.endsWith(";") ? joined.substring(0, joined.length() - 1) : joined;
    }

    private static long digits(String text) {
        return text.codePoints().filter(Character::isDigit).count();
    }
}
