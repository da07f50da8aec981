package io.visitbot.platform;

import java.time.Duration;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;

import reactor.core.scheduler.Scheduler;

/** Keeps what strangers can cause as often as they like from filling the log: some of it a while, the rest is counted. */
public final class Pace {

    private final Scheduler timer;
    private final long window;
    private final int most;
    private long begun;
    private int taken;
    private long leftOut;

    /** So many in each window of time, the first of them at once. */
    public Pace(Scheduler timer, Duration window, int most) {
        this.timer = timer;
        this.window = window.toMillis();
        this.most = most;
        this.begun = timer.now(TimeUnit.MILLISECONDS);
    }

    /** Where this one may be said: how many were left out since the last that was; else nothing. */
    public synchronized OptionalLong turn() {
        long now = timer.now(TimeUnit.MILLISECONDS);
        if (now - begun >= window) {
            begun = now;
            taken = 0;
        }
        if (taken >= most) {
            leftOut++;
            return OptionalLong.empty();
        }
        taken++;
        long missed = leftOut;
        leftOut = 0;
        return OptionalLong.of(missed);
    }
}
