package io.visitbot.store;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import reactor.core.publisher.Mono;

import io.visitbot.visit.Notices;

/** What was said about visits, on disk. */
final class StoredNotices implements Notices {

    private static final String BEGIN = """
            insert into notice (visit, topic, message, edits, shown) values (:visit, :topic, null, 0, '')
            on conflict do nothing""";
    private static final String SAID = """
            insert into notice (visit, topic, message, edits, shown) values (:visit, :topic, :message, :edits, :shown)
            on conflict (visit, topic) do update
            set message = excluded.message, edits = excluded.edits, shown = excluded.shown""";

    private final Transactions transactions;

    StoredNotices(Transactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public Mono<Notice> find(String visit, String topic) {
        return transactions.read(jdbc -> one(jdbc, visit, topic));
    }

    @Override
    public Mono<Notice> begin(String visit, String topic) {
        return transactions.write(jdbc -> key(jdbc.sql(BEGIN), visit, topic).update() == 1
                ? new Notice(visit, topic, null, 0, "")
                : null);
    }

    @Override
    public Mono<Void> said(Notice notice) {
        return transactions.write(jdbc -> key(jdbc.sql(SAID), notice.visit(), notice.topic())
                .param("message", notice.message()).param("edits", notice.edits()).param("shown", notice.shown())
                .update()).then();
    }

    @Override
    public Mono<Void> forget(String visit, String topic) {
        String sql = "delete from notice where visit = :visit and topic = :topic and message is null";
        return transactions.write(jdbc -> key(jdbc.sql(sql), visit, topic).update()).then();
    }

    private static @Nullable Notice one(JdbcClient jdbc, String visit, String topic) {
        return key(jdbc.sql("select * from notice where visit = :visit and topic = :topic"), visit, topic)
                .query((row, number) -> new Notice(row.getString("visit"), row.getString("topic"),
                        row.getString("message"), row.getInt("edits"), row.getString("shown")))
                .optional().orElse(null);
    }

    private static JdbcClient.StatementSpec key(JdbcClient.StatementSpec statement, String visit, String topic) {
        return statement.param("visit", visit).param("topic", topic);
    }
}
