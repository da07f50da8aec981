package io.visitbot.command;

import java.time.Clock;
import java.time.ZoneId;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import io.visitbot.bot.Refusal;
import io.visitbot.platform.PhoneNumber;
import io.visitbot.visit.InvitePatient;
import io.visitbot.visit.LimitReachedException;
import io.visitbot.visit.VisitTimes;

/**
 * Says no to what is one too many: when it works again, on the clock of the one who asks, and what to do until then. Each
 * refusal is written down first.
 */
final class LimitWords {

    private final VisitTimes times;
    private final Clock clock;
    private final InvitePatient invite;
    private final Ledger ledger;

    LimitWords(VisitTimes times, Clock clock, InvitePatient invite, Ledger ledger) {
        this.times = times;
        this.clock = clock;
        this.invite = invite;
        this.ledger = ledger;
    }

    /** The same with the refusal in words; {@code then} is a sentence for who is kept from starting a visit. */
    <T> Mono<T> inWords(Mono<T> wanted, Asked asked, String then) {
        return wanted.onErrorResume(LimitReachedException.class, over -> ledger.refused(asked, over.limit())
                .then(Mono.error(() -> new Refusal(sentence(over, asked.speaker().zone(), then)))));
    }

    /** Where the number is one that is never written to, that is written down; the words stand with the number's field. */
    Mono<Void> note(Optional<PhoneNumber> entered, Asked asked) {
        return Mono.justOrEmpty(entered).flatMap(phone -> Mono.justOrEmpty(invite.objectsTo(phone))
                .flatMap(limit -> ledger.refused(asked.inviting(phone), limit)));
    }

    private String sentence(LimitReachedException over, @Nullable ZoneId zone, String then) {
        String again = times.at(zone, clock.instant(), over.again());
        String copy = " Until then give the guest link to the patient another way; `status` shows it.";
        return switch (over.limit()) {
            case VISITS -> "You have started " + over.most() + " visits within an hour, as many as one person may. You "
                    + "can start one again at " + again + ". " + then
                    + " A colleague can start one now; your IT can raise the limit with VISIT_LIMIT_VISITS_PER_HOUR.";
            case TEXTS -> "You have asked for " + over.most() + " text messages within an hour, as many as one person "
                    + "may. You can ask for one again at " + again + "." + copy;
            case RECIPIENT -> "That number was sent " + over.most() + " text messages within an hour, as many as one "
                    + "number may be. It can be sent one again at " + again + "." + copy;
            case REGION, COSTLY -> "That number is not written to here." + copy;
        };
    }
}
