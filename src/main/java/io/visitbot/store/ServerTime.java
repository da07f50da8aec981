package io.visitbot.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import io.visitbot.platform.SharedClock;

/**
 * How far this machine's clock is from PostgreSQL's. Instances tell by the time whether another one still works on
 * something; by clocks that differ they would take each other's work, or leave that of a dead one lying. So they go by
 * PostgreSQL's as soon as theirs is off by more than a second.
 */
final class ServerTime {

    private static final Logger LOG = LoggerFactory.getLogger(ServerTime.class);
    private static final Duration IN_STEP = Duration.ofSeconds(1);
    private static final Duration UNSAID = Duration.ofSeconds(3);
    private static final String NOW = "select cast(extract(epoch from clock_timestamp()) * 1000 as bigint)";

    private final SharedClock clock;
    private volatile Duration ahead = Duration.ZERO;

    ServerTime(SharedClock clock) {
        this.clock = clock;
    }

    void measure(Statement statement) throws SQLException {
        long before = clock.machine().millis();
        long server = server(statement);
        compare(before, server, clock.machine().millis());
    }

    /**
     * The server's clock read so much at some moment between two of the machine's. What may have been so before stays so,
     * since a slow answer says nothing new. The machine's clock may be set back in between.
     */
    void compare(long before, long server, long after) {
        long least = Math.min(before, after) - server;
        long most = Math.max(before, after) - server;
        note(Duration.ofMillis(Math.clamp(clock.ahead().toMillis(), least, most)));
    }

    /** By how much this machine's clock is ahead, below zero where it is behind; nothing where that is not worth a word. */
    Duration ahead() {
        return isWithin(UNSAID, ahead) ? Duration.ZERO : ahead;
    }

    private void note(Duration measured) {
        if (!isWithin(IN_STEP, measured.minus(clock.ahead()))) {
            clock.correct(measured);
        }
        boolean unsaid = isWithin(UNSAID, ahead);
        ahead = measured;
        if (unsaid && !isWithin(UNSAID, measured)) {
            LOG.warn("{}: {}", ClockCheck.finding(measured), ClockCheck.CURE);
        }
    }

    private static boolean isWithin(Duration bound, Duration difference) {
        return difference.abs().compareTo(bound) <= 0;
    }

    private static long server(Statement statement) throws SQLException {
        try (ResultSet row = statement.executeQuery(NOW)) {
            row.next();
            return row.getLong(1);
        }
    }
}
