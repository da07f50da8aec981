package io.visitbot.store;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.UnaryOperator;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Throws away what has served: numbers and links soon, visits with all that belongs to them later, forms that nobody sent. */
final class Retention implements Chore {

    private static final Logger LOG = LoggerFactory.getLogger(Retention.class);
    private static final Duration FORMS = Duration.ofDays(1);
    private static final int AT_ONCE = 100;
    /** A text message that waits still needs its number, and nothing waits beyond the end of the links. */
    private static final String ENDED = """
            select id, origin, body from visit where numbers and over_at <= :before and (until_at <= :before or not exists (
                select 1 from text_message where visit = visit.id and status in ('PLANNED', 'SENDING')))
            order by over_at limit :most""";
    private static final String OLD = "select id, origin, body from visit where over_at <= :before order by over_at "
            + "limit :most";
    private static final String UNUSED = """
            delete from draft where nonce in (select nonce from draft where created_at <= :before
                and not exists (select 1 from visit where visit.origin = draft.origin) limit :most)""";

    private final Transactions transactions;
    private final Vault vault;
    private final RetentionSettings settings;
    private final Erasure erasure;
    private final Clock clock;

    Retention(Transactions transactions, Vault vault, RetentionSettings settings, Erasure erasure, Clock clock) {
        this.transactions = transactions;
        this.vault = vault;
        this.settings = settings;
        this.erasure = erasure;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "retention";
    }

    @Override
    public Duration interval() {
        return Duration.ofHours(1);
    }

    @Override
    public void run(BooleanSupplier ending) {
        int deleted = all(this::deleteSome, ending);
        int forgotten = all(this::forgetSome, ending);
        int forms = all(this::deleteForms, ending);
        if (deleted + forgotten + forms > 0) {
            erasure.flush();
            LOG.info("retention: {} visits deleted, numbers and links of {} removed, {} unused forms forgotten",
                    deleted, forgotten, forms);
        }
    }

    private int all(Function<JdbcClient, @Nullable Integer> some, BooleanSupplier ending) {
        int all = 0;
        int now = AT_ONCE;
        while (now == AT_ONCE && !ending.getAsBoolean()) {
            Integer done = transactions.writeNow(some);
            now = done == null ? 0 : done;
            all += now;
        }
        return all;
    }

    private int forgetSome(JdbcClient jdbc) {
        List<Ended> ended = select(jdbc, ENDED, settings.phones());
        for (Ended visit : ended) {
            jdbc.sql("update visit set numbers = :no, body = :body where id = :id").param("no", false)
                    .param("body", unlessLocked(visit.body(), this::forgottenVisit)).param("id", visit.id()).update();
            forgetTexts(jdbc, visit.id());
            jdbc.sql("delete from draft where origin = :origin").param("origin", visit.origin()).update();
        }
        return ended.size();
    }

    private String forgottenVisit(String body) {
        return vault.write(VisitBody.of(vault.read(body, VisitBody.class).visit().forgotten()));
    }

    private String forgottenText(String body) {
        return vault.write(TextBody.of(vault.read(body, TextBody.class).text().forgotten()));
    }

    /** What nobody can decrypt any more is as good as gone, and must not keep the rest from going. */
    private static String unlessLocked(String body, UnaryOperator<String> forgotten) {
        try {
            return forgotten.apply(body);
        } catch (Sealer.SealedException locked) {
            return body;
        }
    }

    /** In the place of a recipient's hash stands what is as unique and leads to nobody. */
    private void forgetTexts(JdbcClient jdbc, String visit) {
        List<SealedTable.Row> texts = jdbc
                .sql("select id, body from text_message where visit = :visit" + transactions.dialect().forUpdate())
                .param("visit", visit).query((row, number) -> new SealedTable.Row(row.getString(1), row.getString(2)))
                .list();
        for (SealedTable.Row text : texts) {
            jdbc.sql("update text_message set recipient = id, body = :body where id = :id").param("id", text.id())
                    .param("body", unlessLocked(text.body(), this::forgottenText)).update();
        }
    }

    private int deleteSome(JdbcClient jdbc) {
        List<Ended> old = select(jdbc, OLD, settings.visits());
        for (Ended visit : old) {
            for (String table : List.of("text_message", "notice")) {
                jdbc.sql("delete from " + table + " where visit = :id").param("id", visit.id()).update();
            }
            jdbc.sql("delete from draft where origin = :origin").param("origin", visit.origin()).update();
            jdbc.sql("delete from visit where id = :id").param("id", visit.id()).update();
        }
        return old.size();
    }

    private int deleteForms(JdbcClient jdbc) {
        return jdbc.sql(UNUSED).param("before", before(FORMS)).param("most", AT_ONCE).update();
    }

    private List<Ended> select(JdbcClient jdbc, String sql, Duration kept) {
        return jdbc.sql(sql + transactions.dialect().skipLocked()).param("before", before(kept)).param("most", AT_ONCE)
                .query((row, number) -> new Ended(row.getString(1), row.getString(2), row.getString(3))).list();
    }

    private long before(Duration kept) {
        return clock.instant().minus(kept).toEpochMilli();
    }

    private record Ended(String id, String origin, String body) {
    }
}
