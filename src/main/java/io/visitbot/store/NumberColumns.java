package io.visitbot.store;

import java.util.List;

import org.springframework.jdbc.core.simple.JdbcClient;

/** The columns in which version 0.1 wrote phone numbers as they are. */
record NumberColumns(Vault vault, int most) {

    private static final String TEXTS = "select id, recipient from text_message where recipient like '+%' limit :most";
    private static final String OUT = "select recipient, since from opt_out where recipient like '+%' limit :most";
    private static final String HASHED = "insert into opt_out (recipient, since) values (:hash, :since) on conflict "
            + "do nothing";

    /** Puts hashes in the place of some numbers, and says of how many. */
    int hashSome(JdbcClient jdbc) {
        return hashRecipients(jdbc) + hashOptOuts(jdbc);
    }

    private int hashRecipients(JdbcClient jdbc) {
        List<SealedTable.Row> rows = jdbc.sql(TEXTS).param("most", most)
                .query((row, number) -> new SealedTable.Row(row.getString(1), row.getString(2))).list();
        rows.forEach(row -> jdbc.sql("update text_message set recipient = :hash where id = :id")
                .param("hash", vault.numbers().of(row.body())).param("id", row.id()).update());
        return rows.size();
    }

    private int hashOptOuts(JdbcClient jdbc) {
        List<OptOut> rows = jdbc.sql(OUT).param("most", most)
                .query((row, number) -> new OptOut(row.getString(1), row.getLong(2))).list();
        for (OptOut row : rows) {
            jdbc.sql(HASHED).param("hash", vault.numbers().of(row.number())).param("since", row.since()).update();
            jdbc.sql("delete from opt_out where recipient = :number").param("number", row.number()).update();
        }
        return rows.size();
    }

    private record OptOut(String number, long since) {
    }
}
