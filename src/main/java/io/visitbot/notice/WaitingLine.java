package io.visitbot.notice;

import java.util.Arrays;

import io.visitbot.visit.Delay;
import io.visitbot.visit.Visit;

/**
 * The one line about links that take long. It only ever comes to say more, so that those who write it in turns don't undo
 * each other's, and a reference that was given out stays.
 */
record WaitingLine(Delay why, String reference) {

    private static final char BETWEEN = ' ';

    /** This one, with what the one before said better. */
    WaitingLine after(String shown) {
        String word = shown.substring(0, Math.max(0, shown.indexOf(BETWEEN)));
        return Arrays.stream(Delay.values()).filter(delay -> delay.name().equals(word)).findFirst()
                .map(before -> joined(before, shown.substring(word.length() + 1))).orElse(this);
    }

    String shown() {
        return why.name() + BETWEEN + reference;
    }

    String markdown(Visit visit) {
        return "⏳ " + visit.label() + " (" + visit.id() + "): still waiting. " + why.words() + "."
                + (reference.isEmpty() ? "" : " If it lasts, give your IT this reference: " + reference + ".");
    }

    private WaitingLine joined(Delay before, String given) {
        return new WaitingLine(before.compareTo(why) > 0 ? before : why, given.isEmpty() ? reference : given);
    }
}
