package io.visitbot.sandbox.journal;

import java.time.Clock;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * What every pretend service is built with.
 *
 * @param ids makes fresh random ids
 * @param home this server's own base URL, without a slash at the end
 */
public record Journal(Clock clock, Supplier<UUID> ids, Changes changes, CallLog calls, Outbox outbox,
        Supplier<String> home) {

    /** A journal with a log and an outbox of its own. */
    public static Journal with(Clock clock, Supplier<UUID> ids, Supplier<String> home) {
        Changes changes = new Changes();
        CallLog calls = new CallLog(changes);
        return new Journal(clock, ids, changes, calls, new Outbox(clock, calls), home);
    }
}
