package io.visitbot.store;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;

import org.jspecify.annotations.Nullable;

import io.visitbot.platform.PhoneNumber;
import io.visitbot.visit.Language;
import io.visitbot.visit.Place;
import io.visitbot.visit.Requester;
import io.visitbot.visit.Visit;

/** A visit as it stands on disk. */
record VisitBody(String id, String origin, String subject, PlaceBody place, RequesterBody requester, String label,
        String language, Instant requestedAt, Instant until, List<String> people, List<String> devices,
        @Nullable PhoneBody phone, boolean sendText, StateBody state) {

    static VisitBody of(Visit visit) {
        return new VisitBody(visit.id(), visit.origin(), visit.subject(), PlaceBody.of(visit.place()),
                RequesterBody.of(visit.requester()), visit.label(), visit.language().name(), visit.requestedAt(),
                visit.until(), visit.people(), visit.devices(), PhoneBody.ofNullable(visit.phone()), visit.sendText(),
                StateBody.of(visit.state()));
    }

    Visit visit() {
        return new Visit(id, origin, subject, place.place(), requester.requester(), label, Language.valueOf(language),
                requestedAt, until, people, devices, phone == null ? null : phone.number(), sendText, state.state());
    }

    record PlaceBody(String space, @Nullable String thread, boolean direct) {

        static PlaceBody of(Place place) {
            return new PlaceBody(place.space(), place.thread(), place.direct());
        }

        Place place() {
            return new Place(space, thread, direct);
        }
    }

    record RequesterBody(String person, String email, @Nullable String zone) {

        static RequesterBody of(Requester requester) {
            ZoneId zone = requester.zone();
            return new RequesterBody(requester.person(), requester.email(), zone == null ? null : zone.getId());
        }

        Requester requester() {
            return new Requester(person, email, zone == null ? null : ZoneId.of(zone));
        }
    }

    record PhoneBody(String e164, int countryCode) {

        static PhoneBody of(PhoneNumber number) {
            return new PhoneBody(number.e164(), number.countryCode());
        }

        static @Nullable PhoneBody ofNullable(@Nullable PhoneNumber number) {
            return number == null ? null : of(number);
        }

        PhoneNumber number() {
            return new PhoneNumber(e164, countryCode);
        }

        @Override
        public String toString() {
            return number().masked();
        }
    }
}
