package io.visitbot.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;

import org.springframework.jdbc.core.simple.JdbcClient;

import io.visitbot.audit.Chain;
import io.visitbot.audit.Deeds;
import io.visitbot.audit.Entry;
import io.visitbot.audit.Head;
import io.visitbot.audit.Selection;
import io.visitbot.visit.Act;

/** The audit's table and the row that says where its chain begins and ends. */
record AuditTable(Dialect dialect, Chain chain, Clock clock) {

    private static final int PURGED_AT_ONCE = 10_000;
    private static final String HEAD = """
            select first_number, hash_before, last_number, last_hash from audit_head where id = 1""";
    private static final String MOVE_HEAD = """
            update audit_head set first_number = :first, hash_before = :before, last_number = :last, last_hash = :hash
            where id = 1""";
    private static final String INSERT = """
            insert into audit (number, at, event, visit, space, person, email, detail, entry_key, previous, hash)
            values (:number, :at, :event, :visit, :space, :person, :email, :detail, :key, :previous, :hash)""";
    private static final String KNOWN = "select count(*) from audit where entry_key = :key";
    private static final String NEXT = "select * from audit where number > :after and at >= :since order by number limit :most";
    private static final String NEXT_OF_VISIT = """
            select * from audit where number > :after and at >= :since
            and (visit = :visit or (visit = '' and ' ' || detail || ' ' like '% ' || :visit || ' %'))
            order by number limit :most""";
    private static final String OLDEST_TO_KEEP = "select min(number) from audit where at >= :before";
    private static final String HASH = "select hash from audit where number = :number";

    /**
     * Takes part in the running transaction, which should do nothing after it: until its end others who append wait. What is
     * known by its key is not written again.
     */
    void append(JdbcClient jdbc, Collection<Act> acts) {
        if (acts.isEmpty()) {
            return;
        }
        Head before = head(jdbc, dialect.forUpdate());
        Head head = before;
        for (Act act : acts) {
            head = isKnown(jdbc, act) ? head : head.with(insert(jdbc, chain.next(head, act, clock.instant())));
        }
        if (!head.equals(before)) {
            move(jdbc, head);
        }
    }

    /** Gives whether there may be more to purge. */
    boolean purge(JdbcClient jdbc, Instant before) {
        Head head = head(jdbc, dialect.forUpdate());
        long keep = jdbc.sql(OLDEST_TO_KEEP).param("before", before.toEpochMilli()).query(Long.class).optional()
                .orElse(head.last() + 1);
        long first = Math.min(keep, head.first() + PURGED_AT_ONCE);
        if (first <= head.first()) {
            return false;
        }
        String hash = jdbc.sql(HASH).param("number", first - 1).query(String.class).single();
        move(jdbc, head.from(first, hash));
        jdbc.sql("delete from audit where number < :first").param("first", first).update();
        append(jdbc, List.of(Deeds.purged(first - 1)));
        return first < keep;
    }

    static Head head(JdbcClient jdbc, String lock) {
        return jdbc.sql(HEAD + lock).query((row, number) -> new Head(row.getLong(1), row.getString(2), row.getLong(3),
                row.getString(4))).single();
    }

    static List<Entry> page(JdbcClient jdbc, Selection selection, long after, int most) {
        Instant since = selection.since();
        String visit = selection.visit();
        JdbcClient.StatementSpec statement = visit == null
                ? jdbc.sql(NEXT)
                : jdbc.sql(NEXT_OF_VISIT).param("visit", visit);
        return statement.param("after", after).param("since", since == null ? Long.MIN_VALUE : since.toEpochMilli())
                .param("most", most).query(AuditTable::entry).list();
    }

    private static boolean isKnown(JdbcClient jdbc, Act act) {
        return jdbc.sql(KNOWN).param("key", act.key()).query(Long.class).single() > 0;
    }

    private static Entry insert(JdbcClient jdbc, Entry entry) {
        jdbc.sql(INSERT).param("number", entry.number()).param("at", entry.at().toEpochMilli())
                .param("event", entry.event()).param("visit", entry.visit()).param("space", entry.space())
                .param("person", entry.person()).param("email", entry.email()).param("detail", entry.detail())
                .param("key", entry.key()).param("previous", entry.previous()).param("hash", entry.hash()).update();
        return entry;
    }

    private static void move(JdbcClient jdbc, Head head) {
        jdbc.sql(MOVE_HEAD).param("first", head.first()).param("before", head.before()).param("last", head.last())
                .param("hash", head.hash()).update();
    }

    private static Entry entry(ResultSet row, int number) throws SQLException {
        return new Entry(row.getLong("number"), Instant.ofEpochMilli(row.getLong("at")), row.getString("event"),
                row.getString("visit"), row.getString("space"), row.getString("person"), row.getString("email"),
                row.getString("detail"), row.getString("entry_key"), row.getString("previous"), row.getString("hash"));
    }
}
