package io.visitbot.sms;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

import io.visitbot.visit.Language;
import io.visitbot.visit.TextComposer;
import io.visitbot.visit.Visit;

/**
 * Words patients' messages: the sender first, nothing about health, in letters that keep a message with a short link to a
 * single segment. Where a long link leaves no room, what can be spared goes, never the link.
 */
class PatientTexts implements TextComposer {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm z", Locale.US);

    private final String sender;
    private final ZoneId zone;

    /** @param zone the clock for visits whose requester's is not known */
    PatientTexts(String sender, ZoneId zone) {
        this.sender = sender;
        this.zone = zone;
    }

    @Override
    public String invite(Visit visit, String link) {
        ZoneId known = visit.requester().zone();
        return invite(visit.language(), link, visit.until(), known == null ? zone : known).text();
    }

    @Override
    public String cancelled(Visit visit) {
        return sender + switch (visit.language()) {
            case ENGLISH -> ": your video call is cancelled. You don't need the link any more. Reply STOP to opt out.";
            case SPANISH -> ": su videollamada se ha cancelado. Ya no necesita el enlace. "
                    + "Responda STOP para darse de baja.";
        };
    }

    Composed invite(Language language, String link, Instant until, ZoneId where) {
        ZonedDateTime end = until.atZone(ZoneOffset.UTC.equals(where) ? ZoneId.of("UTC") : where);
        Stream<String> fullestFirst = switch (language) {
            case ENGLISH -> english(link, "until " + TIME.format(end) + ".");
            case SPANISH -> spanish(link, (end.getHour() == 1 ? "hasta la " : "hasta las ") + TIME.format(end) + ".");
        };
        List<Composed> choices = fullestFirst.map(words -> new Composed(sender + ": " + words)).toList();
        return choices.stream().min(Comparator.comparingInt(Composed::segments)).orElse(choices.getFirst());
    }

    private static Stream<String> english(String link, String until) {
        String stop = "Reply STOP to opt out.";
        return Stream.of("your video call is ready. Join here: " + link + " " + until + " " + stop,
                "join " + link + " " + until + " " + stop, "join " + link + " " + stop, "join " + link);
    }

    private static Stream<String> spanish(String link, String until) {
        String stop = "Responda STOP para darse de baja.";
        return Stream.of("su videollamada espera en " + link + " " + until + " " + stop,
                "entre en " + link + " " + until + " " + stop, "entre en " + link + " " + stop, "entre en " + link);
    }

    /** A message and how many segments it takes. */
    record Composed(String text, int segments) {
        Composed(String text) {
            this(text, Gsm7.segments(text));
        }
    }
}
