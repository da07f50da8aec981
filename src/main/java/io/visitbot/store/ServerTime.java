package io.visitbot.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How far this machine's clock is from PostgreSQL's. Instances tell by their clocks whether another one still works on
 * something, so clocks that differ have them take each other's work, or leave that of a dead one lying.
 */
final class ServerTime {

    private static final Logger LOG = LoggerFactory.getLogger(ServerTime.class);
    private static final Duration MOST = Duration.ofSeconds(3);
    private static final String NOW = "select cast(extract(epoch from clock_timestamp()) * 1000 as bigint)";

    private final Clock clock;
    private volatile Duration ahead = Duration.ZERO;

    ServerTime(Clock clock) {
        this.clock = clock;
    }

    /** What the way there and back takes is not counted. */
    void measure(Statement statement) throws SQLException {
        long before = clock.millis();
        long server = server(statement);
        long after = clock.millis();
        note(Duration.ofMillis(server < before ? before - server : Math.min(0, after - server)));
    }

    /** By how much this machine's clock is ahead, below zero where it is behind; nothing where that does no harm. */
    Duration ahead() {
        return isHarmless(ahead) ? Duration.ZERO : ahead;
    }

    private void note(Duration measured) {
        boolean before = isHarmless(ahead);
        ahead = measured;
        if (before && !isHarmless(measured)) {
            LOG.warn("{}: {}", ClockCheck.finding(measured), ClockCheck.CURE);
        }
    }

    private static boolean isHarmless(Duration difference) {
        return difference.abs().compareTo(MOST) <= 0;
    }

    private static long server(Statement statement) throws SQLException {
        try (ResultSet row = statement.executeQuery(NOW)) {
            row.next();
            return row.getLong(1);
        }
    }
}
