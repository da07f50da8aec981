package io.visitbot.command;

import java.time.Clock;
import java.time.ZoneId;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import io.visitbot.bot.Refusal;
import io.visitbot.visit.LimitReachedException;
import io.visitbot.visit.VisitTimes;

/** Says no to what is one too many: when it works again, on the clock of the one who asks, and what to do until then. */
final class LimitWords {

    private final VisitTimes times;
    private final Clock clock;

    LimitWords(VisitTimes times, Clock clock) {
        this.times = times;
        this.clock = clock;
    }

    /** The same with the refusal in words; {@code then} is a sentence for who is kept from starting a visit. */
    <T> Mono<T> inWords(Mono<T> asked, @Nullable ZoneId zone, String then) {
        return asked.onErrorMap(LimitReachedException.class, over -> new Refusal(sentence(over, zone, then)));
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
