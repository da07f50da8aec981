package io.visitbot.cards;

import java.time.Duration;

/** Says how long something takes: {@code 1 hour 30 minutes}. */
final class Spans {

    private Spans() {
    }

    static String inWords(Duration span) {
        String hours = count(span.toHours(), "hour");
        String minutes = count(span.toMinutesPart(), "minute");
        String words = (hours + " " + minutes).strip();
        return words.isEmpty() ? count(span.toSeconds(), "second") : words;
    }

    private static String count(long number, String unit) {
        return number == 0 ? "" : number + " " + unit + (number == 1 ? "" : "s");
    }
}
