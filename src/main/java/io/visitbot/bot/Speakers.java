package io.visitbot.bot;

import java.util.Locale;
import java.util.Optional;

import reactor.core.publisher.Mono;

import io.visitbot.webex.Person;

/** Tells who speaks, and whether he may. */
final class Speakers {

    private final People people;
    private final Access access;
    private final Doorkeeper doorkeeper;

    Speakers(People people, Access access, Doorkeeper doorkeeper) {
        this.people = people;
        this.access = access;
        this.doorkeeper = doorkeeper;
    }

    static boolean isBotAddress(String email) {
        String address = email.toLowerCase(Locale.ROOT);
        return address.endsWith("@webex.bot") || address.endsWith("@sparkbot.io");
    }

    /** The person; one whom Webex hides is known by the address alone. Empty for bots. */
    Mono<Speaker> known(String person, String email) {
        return people.find(person).map(Optional::of).defaultIfEmpty(Optional.empty())
                .flatMap(found -> Mono.justOrEmpty(found.map(known -> speaker(known, email))
                        .or(() -> Optional.of(new Speaker(person, email, email, "", null)))
                        .filter(_ -> found.map(Person::type).filter(Person.Type.BOT::equals).isEmpty())));
    }

    /** The same, or a {@link Refusal} that has been noted. */
    Mono<Speaker> admitted(Speaker speaker, Spot spot) {
        return access.admit(speaker).onErrorResume(Refusal.class,
                refusal -> doorkeeper.turnedAway(speaker, spot).then(Mono.error(refusal)));
    }

    private static Speaker speaker(Person person, String email) {
        return new Speaker(person.id(), person.email().isEmpty() ? email : person.email(), person.displayName(),
                person.orgId(), person.timezone());
    }
}
