package io.visitbot.command;

import io.visitbot.bot.Refusal;
import io.visitbot.visit.Visit;

/** Says no to what a visit's state does not allow. */
final class Standing {

    private Standing() {
    }

    /** The visit, where it has links and is not over as far as its state tells. */
    static Visit ready(Visit visit) {
        String name = visit.label() + " (" + visit.id() + ")";
        return switch (visit.state()) {
            case Visit.State.Ready _ -> visit;
            case Visit.State.Opening _ -> throw new Refusal("The links of " + name
                    + " are still being made. Say it again as soon as they stand in its thread.");
            case Visit.State.Cancelled _ ->
                throw new Refusal(name + " has been called off. Say `new` to start another visit.");
            case Visit.State.Failed _ ->
                throw new Refusal(name + " never got its links. Say `new` to start another visit.");
        };
    }
}
