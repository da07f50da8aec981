package io.visitbot.store;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;

import org.springframework.jdbc.core.simple.JdbcClient;

import io.visitbot.webhook.VerifiedEvent;

/**
 * Finds what a crash, a failure or a full worker left behind, and throws away what is long done. Everything here blocks.
 */
final class InboxSweep {

    /** Told when there is work that nobody has. */
    static final String RELEASED = "released";

    private static final Duration KEPT = Duration.ofDays(7);
    private static final int PURGED_AT_ONCE = 1_000;
    private static final int RENEWED_AT_ONCE = 500;
    private static final String RENEW = "update inbox set next_at = :lease where event_id in ("
            + "select event_id from inbox where event_id in (:ids) and owner = :owner and state = 'open'";
    private static final String DUE = """
            select event_id from inbox where state = 'open' and next_at <= :now order by received_at desc limit :most""";
    private static final String CLAIM = "update inbox set cut = cut or (owner is not null and owner <> :owner), "
            + "owner = :owner, next_at = :lease where event_id in (";
    private static final String CLAIMED = ") returning event_id, resource, event, body, attempts, received_at, cut";
    private static final String BEGUN = """
            update inbox set cut = :yes where event_id in (:begun) and owner = :owner and state = 'open'""";
    private static final String RELEASE = """
            update inbox set next_at = :now, owner = null where owner = :owner and state = 'open'""";
    private static final String PURGE = """
            delete from inbox where event_id in (
                select event_id from inbox where state <> 'open' and received_at < :before limit :most)""";

    private final Transactions transactions;
    private final InboxWorker worker;
    private final InboxTable table;
    private final String owner;
    private final Instances instances;
    private final Clock clock;

    InboxSweep(Transactions transactions, InboxWorker worker, InboxTable table, Instances instances,
            Clock clock) {
        this.transactions = transactions;
        this.worker = worker;
        this.table = table;
        this.owner = table.owner();
        this.instances = instances;
        this.clock = clock;
    }

    /**
     * After a start: what the last process of a file left is due at once; a server's other instances keep theirs. Its owner
     * stays, since that tells what was handed over.
     */
    void resume() {
        if (transactions.dialect() == Dialect.SQLITE) {
            transactions.writeNow(jdbc -> jdbc.sql("update inbox set next_at = :now where state = 'open'")
                    .param("now", clock.millis()).update());
        }
        sweep();
    }

    /** Takes what is due, as far as there is room, and hands it to the worker. */
    void sweep() {
        Set<String> here = worker.known();
        List<KeptEvent> found = transactions.writeNow(this::claim);
        handOver(found == null ? List.of() : found, here);
    }

    /**
     * Keeps other processes from taking what the worker has. A row that is ours and that it does not have (its commit was
     * done but looked failed) is not renewed: it becomes due when its lease is over. One whose outcome is just being written
     * is passed over, so that the two never wait for each other.
     */
    void renew() {
        List<String> here = List.copyOf(worker.known());
        for (int from = 0; from < here.size(); from += RENEWED_AT_ONCE) {
            List<String> some = here.subList(from, Math.min(from + RENEWED_AT_ONCE, here.size()));
            long leaseEnd = table.leaseEnd();
            List<String> renewed = transactions.writeNow(jdbc -> renew(jdbc, some, leaseEnd));
            if (renewed != null) {
                renewed.forEach(id -> worker.renewed(id, leaseEnd));
            }
        }
    }

    /** Lets other processes take what was not finished, and tells them of it; or the next start, where there is no other. */
    void release() {
        transactions.writeNow(this::release);
    }

    /** Throws away what has been done, or given up, for long; a little at a time, so that nobody waits for it. */
    void purge() {
        Integer purged;
        do {
            purged = transactions.writeNow(this::purgeSome);
        } while (purged != null && purged == PURGED_AT_ONCE);
    }

    private void handOver(List<KeptEvent> found, Set<String> here) {
        for (KeptEvent kept : found) {
            if (here.contains(kept.id())) {
                worker.renewed(kept.id(), kept.oursUntil());
            } else {
                worker.take(kept);
            }
        }
    }

    private List<KeptEvent> claim(JdbcClient jdbc) {
        long leaseEnd = table.leaseEnd();
        return jdbc.sql(CLAIM + DUE + transactions.dialect().skipLocked() + CLAIMED).param("owner", owner)
                .param("lease", leaseEnd).param("now", clock.millis()).param("most", worker.room())
                .query((row, number) -> new KeptEvent(new VerifiedEvent(row.getString("event_id"),
                        row.getString("resource"), row.getString("event"), row.getString("body")),
                        row.getInt("attempts"), row.getLong("received_at"), row.getBoolean("cut"), leaseEnd))
                .list();
    }

    private Integer release(JdbcClient jdbc) {
        instances.tellOthers(jdbc, RELEASED, "");
        Set<String> begun = worker.begun();
        if (!begun.isEmpty()) {
            jdbc.sql(BEGUN).param("yes", true).param("begun", begun).param("owner", owner).update();
        }
        return jdbc.sql(RELEASE).param("now", clock.millis()).param("owner", owner).update();
    }

    private List<String> renew(JdbcClient jdbc, List<String> ids, long leaseEnd) {
        return jdbc.sql(RENEW + transactions.dialect().skipLocked() + ") returning event_id").param("lease", leaseEnd)
                .param("ids", ids).param("owner", owner)
                .query((row, number) -> row.getString("event_id")).list();
    }

    private Integer purgeSome(JdbcClient jdbc) {
        return jdbc.sql(PURGE).param("before", clock.millis() - KEPT.toMillis()).param("most", PURGED_AT_ONCE).update();
    }
}
