package io.visitbot.visit;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

/** Says times on the clock of the person who asked for a visit, or on the hospital's where Webex doesn't know his. */
public final class VisitTimes {

    private static final DateTimeFormatter TODAY = DateTimeFormatter.ofPattern("HH:mm z", Locale.ENGLISH);
    private static final DateTimeFormatter LATER = DateTimeFormatter.ofPattern("d MMM HH:mm z", Locale.ENGLISH);

    private final ZoneId hospital;

    public VisitTimes(ZoneId hospital) {
        this.hospital = hospital;
    }

    /** When the links end, such as {@code 15:40 EST}; with the day where it is another. */
    public String until(Visit visit) {
        return at(visit, visit.until());
    }

    /** Another moment of the visit's. */
    public String at(Visit visit, Instant moment) {
        return at(visit.requester().zone(), visit.requestedAt(), moment);
    }

    /** A moment on somebody's clock, with the day where it is another than {@code now}'s. */
    public String at(@Nullable ZoneId person, Instant now, Instant moment) {
        ZonedDateTime asked = now.atZone(zone(person));
        ZonedDateTime then = moment.atZone(asked.getZone());
        return then.format(then.toLocalDate().equals(asked.toLocalDate()) ? TODAY : LATER);
    }

    public ZoneId zone(@Nullable ZoneId person) {
        return person == null ? hospital : person;
    }
}
