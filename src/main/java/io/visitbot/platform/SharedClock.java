package io.visitbot.platform;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.concurrent.atomic.AtomicReference;

/**
 * The time that all instances go by: this machine's, less what it is ahead of the clock that they have in common. Where
 * nobody says how far that is, it is the machine's.
 */
public final class SharedClock extends Clock {

    private final Clock machine;
    private final AtomicReference<Duration> ahead;

    public SharedClock(Clock machine) {
        this(machine, new AtomicReference<>(Duration.ZERO));
    }

    private SharedClock(Clock machine, AtomicReference<Duration> ahead) {
        this.machine = machine;
        this.ahead = ahead;
    }

    /** This machine's own clock. */
    public Clock machine() {
        return machine;
    }

    /** By how much the machine's clock is taken to be ahead, below zero where it is behind. */
    public Duration ahead() {
        return ahead.get();
    }

    /** From now on the machine's clock counts as so far ahead, below zero as behind. */
    public void correct(Duration measured) {
        ahead.set(measured);
    }

    @Override
    public Instant instant() {
        return machine.instant().minus(ahead.get());
    }

    @Override
    public ZoneId getZone() {
        return machine.getZone();
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return new SharedClock(machine.withZone(zone), ahead);
    }
}
