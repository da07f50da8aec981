package io.visitbot.store;

import java.time.Instant;
import java.util.Optional;

import org.springframework.jdbc.core.simple.JdbcClient;

import io.visitbot.visit.LimitReachedException;
import io.visitbot.visit.Quota;

/**
 * Looks, within the transaction that wrote one more, whether that is one too many, and throws to undo it. Whoever else
 * writes for the same person or number waits, so several instances together keep to the quota exactly.
 */
record Quotas(Dialect dialect) {

    /** @throws LimitReachedException where the row that was just written exceeds the quota */
    void verify(JdbcClient jdbc, Quota quota, String of) {
        lock(jdbc, quota.limit() + ":" + of);
        overflow(jdbc, quota, of, quota.most()).map(quota::reached).ifPresent(Quotas::refuse);
    }

    /** The refusal that one more would meet. */
    Optional<LimitReachedException> foreseen(JdbcClient jdbc, Quota quota, String of) {
        return overflow(jdbc, quota, of, quota.most() - 1).map(quota::reached);
    }

    /** The one that would have to be older, where there are more than {@code newer} since then. */
    private static Optional<Instant> overflow(JdbcClient jdbc, Quota quota, String of, int newer) {
        return jdbc.sql(sql(quota)).param("of", of).param("since", quota.since().toEpochMilli()).param("newer", newer)
                .query(Long.class).optional().map(Instant::ofEpochMilli);
    }

    private static String sql(Quota quota) {
        return switch (quota.limit()) {
            case VISITS -> newest("visit", "requested_at", "person");
            case TEXTS -> newest("text_message", "asked_at", "asked_by");
            case RECIPIENT -> newest("text_message", "asked_at", "recipient");
            case REGION, COSTLY -> throw new IllegalArgumentException("not counted: " + quota.limit());
        };
    }

    private static String newest(String table, String time, String key) {
        return "select " + time + " from " + table + " where " + key + " = :of and " + time + " > :since order by "
                + time + " desc limit 1 offset :newer";
    }

    private void lock(JdbcClient jdbc, String key) {
        if (dialect == Dialect.POSTGRESQL) {
            jdbc.sql("select pg_advisory_xact_lock(hashtextextended(:key, 0))").param("key", key)
                    .query((row, number) -> true).list();
        }
    }

    private static void refuse(LimitReachedException over) {
        throw over;
    }
}
