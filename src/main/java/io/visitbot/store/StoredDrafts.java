package io.visitbot.store;

import java.time.Instant;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import reactor.core.publisher.Mono;

import io.visitbot.audit.Deeds;
import io.visitbot.platform.PhoneNumber;
import io.visitbot.visit.Draft;
import io.visitbot.visit.Drafts;

/** Drafts on disk. */
final class StoredDrafts implements Drafts {

    private static final String INSERT = """
            insert into draft (nonce, origin, message, person, created_at, body)
            values (:nonce, :origin, :message, :person, :createdAt, :body)""";
    private static final String OPEN = """
            select count(*) from draft where person = :person and created_at > :since
            and not exists (select 1 from visit where visit.origin = draft.origin)""";

    private final Transactions transactions;
    private final Vault vault;
    private final AuditTable audit;

    StoredDrafts(Transactions transactions, Vault vault, AuditTable audit) {
        this.transactions = transactions;
        this.audit = audit;
        this.vault = vault;
    }

    @Override
    public Mono<Void> add(Draft draft) {
        return transactions.write(jdbc -> add(jdbc, draft)).then();
    }

    private boolean add(JdbcClient jdbc, Draft draft) {
        jdbc.sql(INSERT).param("nonce", draft.nonce()).param("origin", draft.origin())
                .param("message", draft.message()).param("person", draft.requester().person())
                .param("createdAt", draft.createdAt().toEpochMilli()).param("body", vault.write(DraftBody.of(draft)))
                .update();
        audit.append(jdbc, Deeds.opened(draft));
        return true;
    }

    @Override
    public Mono<Void> shown(String nonce, String message) {
        return transactions.write(jdbc -> jdbc.sql("update draft set message = :message where nonce = :nonce")
                .param("message", message).param("nonce", nonce).update()).then();
    }

    @Override
    public Mono<Void> keepPhone(String nonce, PhoneNumber phone) {
        return transactions.write(jdbc -> keepPhone(jdbc, nonce, phone)).then();
    }

    private boolean keepPhone(JdbcClient jdbc, String nonce, PhoneNumber phone) {
        Draft draft = one(jdbc.sql("select body, message from draft where nonce = :nonce").param("nonce", nonce));
        return draft != null && jdbc.sql("update draft set body = :body where nonce = :nonce").param("nonce", nonce)
                .param("body", vault.write(DraftBody.of(draft.with(phone)))).update() > 0;
    }

    @Override
    public Mono<Draft> find(String nonce) {
        return transactions.read(jdbc -> one(jdbc.sql("select body, message from draft where nonce = :nonce")
                .param("nonce", nonce)));
    }

    @Override
    public Mono<Draft> findByMessage(String message) {
        return transactions.read(jdbc -> one(jdbc.sql("select body, message from draft where message = :message")
                .param("message", message)));
    }

    @Override
    public Mono<Long> open(String person, Instant since) {
        return transactions.read(jdbc -> jdbc.sql(OPEN).param("person", person).param("since", since.toEpochMilli())
                .query(Long.class).single());
    }

    private @Nullable Draft one(JdbcClient.StatementSpec statement) {
        return statement.query((row, number) -> vault.read(row.getString("body"), DraftBody.class)
                .draft(row.getString("message"))).optional().orElse(null);
    }
}
