package io.visitbot.command;

import java.time.Clock;

import io.visitbot.bot.Refusal;
import io.visitbot.visit.Visit;
import io.visitbot.visit.VisitTimes;

/** Says no to what a visit's state, or the end of its links, does not allow. */
final class Standing {

    private final VisitTimes times;
    private final Clock clock;

    Standing(VisitTimes times, Clock clock) {
        this.times = times;
        this.clock = clock;
    }

    /** The visit, where it has links that work. */
    Visit ready(Visit visit) {
        return switch (visit.state()) {
            case Visit.State.Ready _ -> notEnded(visit);
            case Visit.State.Opening _ -> throw new Refusal("The links of " + name(visit)
                    + " are still being made. Say it again as soon as they stand in its thread.");
            case Visit.State.Cancelled _ ->
                throw new Refusal(name(visit) + " has been called off. Say `new` to start another visit.");
            case Visit.State.Failed _ ->
                throw new Refusal(name(visit) + " never got its links. Say `new` to start another visit.");
        };
    }

    /** The visit, where it can still be called off; once more is welcome, since it finishes what was interrupted. */
    Visit open(Visit visit) {
        return switch (visit.state()) {
            case Visit.State.Opening _,Visit.State.Ready _,Visit.State.Cancelled _ -> notEnded(visit);
            case Visit.State.Failed _ -> throw new Refusal(name(visit) + " is over already.");
        };
    }

    boolean hasEnded(Visit visit) {
        return !clock.instant().isBefore(visit.until());
    }

    private Visit notEnded(Visit visit) {
        if (hasEnded(visit)) {
            throw new Refusal(name(visit) + " is over: its links ended at " + times.until(visit)
                    + ". Say `new` to start another visit.");
        }
        return visit;
    }

    private static String name(Visit visit) {
        return visit.label() + " (" + visit.id() + ")";
    }
}
