package io.visitbot.store;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Encrypts with the first key what was not encrypted, or with another key: after an upgrade and after a change of keys. What
 * is done stays done; the secret that start-up looks at comes last, so that an older key that is still needed is missed.
 */
final class Resealing implements Chore {

    /** The setting that says with what everything was encrypted when the last pass ended. */
    static final String DONE_WITH = "encrypted-with";

    /** In its place where some could not be decrypted. */
    static final String LOCKED = "locked";

    private static final Logger LOG = LoggerFactory.getLogger(Resealing.class);
    private static final int AT_ONCE = 100;
    private static final List<SealedTable> TABLES = List.of(new SealedTable("visit", "id", ", label = ''"),
            new SealedTable("draft", "nonce", ""), new SealedTable("text_message", "id", ""));
    private static final String NOTE = "insert into setting (name, value) values ('" + DONE_WITH
            + "', :value) on conflict (name) do update set value = excluded.value";

    private final Transactions transactions;
    private final Vault vault;
    private final Erasure erasure;

    Resealing(Transactions transactions, Vault vault, Erasure erasure) {
        this.transactions = transactions;
        this.vault = vault;
        this.erasure = erasure;
    }

    @Override
    public String name() {
        return "reseal";
    }

    @Override
    public Duration interval() {
        return Duration.ofHours(1);
    }

    @Override
    public void run(BooleanSupplier ending) {
        Tally tally = new Tally();
        NumberColumns numbers = new NumberColumns(vault, AT_ONCE);
        for (SealedTable table : TABLES) {
            resealed(table, tally, ending);
        }
        while (!ending.getAsBoolean() && tally.added(transactions.writeNow(numbers::hashSome))) {
            LOG.debug("hashed {} numbers", tally.plain);
        }
        if (!ending.getAsBoolean()) {
            finish(tally);
        }
    }

    private void resealed(SealedTable table, Tally tally, BooleanSupplier ending) {
        String last = "";
        while (!ending.getAsBoolean()) {
            String from = last;
            List<SealedTable.Row> rows = Optional.ofNullable(transactions.writeNow(
                    jdbc -> some(jdbc, table, from, tally))).orElse(List.of());
            if (rows.isEmpty()) {
                return;
            }
            last = rows.getLast().id();
        }
    }

    private List<SealedTable.Row> some(JdbcClient jdbc, SealedTable table, String from, Tally tally) {
        List<SealedTable.Row> rows = table.others(jdbc, vault.sealer().mark(), from, AT_ONCE,
                transactions.dialect().forUpdate());
        for (SealedTable.Row row : rows) {
            reseal(row.body(), tally).ifPresent(body -> table.write(jdbc, row.id(), body));
        }
        return rows;
    }

    private Optional<String> reseal(String stored, Tally tally) {
        try {
            String resealed = vault.sealer().seal(vault.sealer().open(stored));
            tally.count(stored);
            return Optional.of(resealed);
        } catch (Sealer.SealedException locked) {
            tally.locked++;
            return Optional.empty();
        }
    }

    private void finish(Tally tally) {
        if (tally.locked > 0) {
            LOG.error("{} rows of the database can't be decrypted with the keys of VISIT_ENCRYPTION_KEY: add the key "
                    + "that they were encrypted with at the end of the list.", tally.locked);
            note(LOCKED);
            return;
        }
        transactions.writeNow(jdbc -> secrets(jdbc, tally));
        boolean news = Optional.ofNullable(transactions.writeNow(this::noted)).orElse(false);
        if (tally.plain > 0) {
            erasure.rewrite();
        }
        if (news || tally.changed > 0) {
            LOG.info(vault.sealer().isOff()
                    ? "Nothing in the database is encrypted; {} entries were decrypted."
                    : "Everything in the database is encrypted with the first key; {} entries were encrypted anew. No "
                            + "other key is needed any more.",
                    tally.changed);
        }
    }

    private Integer secrets(JdbcClient jdbc, Tally tally) {
        List<SealedTable.Row> rows = jdbc.sql("select name, value from setting where name like :names")
                .param("names", "%" + StoredSecrets.SUFFIX)
                .query((row, number) -> new SealedTable.Row(row.getString(1), row.getString(2))).list();
        for (SealedTable.Row row : rows) {
            if (!vault.sealer().isCurrent(row.body())) {
                reseal(row.body(), tally).ifPresent(value -> jdbc
                        .sql("update setting set value = :value where name = :name").param("value", value)
                        .param("name", row.id()).update());
            }
        }
        return rows.size();
    }

    /** Whether that is news. */
    private boolean noted(JdbcClient jdbc) {
        String name = vault.sealer().name();
        Optional<String> before = jdbc.sql("select value from setting where name = '" + DONE_WITH + "'")
                .query(String.class).optional();
        return !before.equals(Optional.of(name)) && jdbc.sql(NOTE).param("value", name).update() > 0;
    }

    private void note(String value) {
        transactions.writeNow(jdbc -> jdbc.sql(NOTE).param("value", value).update());
    }

    /** What a pass did. */
    private static final class Tally {

        private int changed;
        private int plain;
        private int locked;

        void count(String before) {
            changed++;
            plain += Sealer.isSealed(before) ? 0 : 1;
        }

        boolean added(@org.jspecify.annotations.Nullable Integer numbers) {
            int more = numbers == null ? 0 : numbers;
            changed += more;
            plain += more;
            return more > 0;
        }
    }
}
