package io.visitbot.bot;

import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

import org.apache.commons.text.similarity.LevenshteinDistance;

/** Guesses what somebody meant to write. A guess is offered, never acted upon. */
public final class Suggestions {

    private static final int FARTHEST = 2;
    private static final int LONGEST = 40;
    private static final LevenshteinDistance DISTANCE = new LevenshteinDistance(FARTHEST);

    private Suggestions() {
    }

    /** The nearest of the known words, where one is at most two letters away and the word says enough to guess from. */
    public static Optional<String> closest(String word, Collection<String> known) {
        String small = word.toLowerCase(Locale.ROOT);
        return small.length() < 2 || small.length() > LONGEST
                ? Optional.empty()
                : known.stream().filter(candidate -> isNear(small, candidate))
                        .min(Comparator.comparingInt(candidate -> DISTANCE.apply(small, candidate)));
    }

    private static boolean isNear(String word, String candidate) {
        int distance = DISTANCE.apply(word, candidate);
        return distance >= 0 && (word.length() > 3 || distance < 2 || isMixedUp(word, candidate));
    }

    /** Of two or three letters two may differ only where that still shows what was meant. */
    private static boolean isMixedUp(String word, String candidate) {
        return word.length() == 3 && (word.charAt(0) == candidate.charAt(0) || sorted(word).equals(sorted(candidate)));
    }

    private static String sorted(String word) {
        char[] letters = word.toCharArray();
        Arrays.sort(letters);
        return new String(letters);
    }
}
