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
            insert into draft (nonce, origin, message, person, created_at, body, request)
            values (:nonce, :origin, :message, :person, :createdAt, :body, :request) on conflict do nothing""";
    private static final String OF_REQUEST = "select body, message from draft where request = :request";
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
    public Mono<Draft> add(Draft draft, String request) {
        return transactions.write(jdbc -> {
            if (insert(jdbc, draft, request)) {
                audit.append(jdbc, Deeds.opened(draft));
            }
            return ofRequest(jdbc, request);
        });
    }

    @Override
    public Mono<Draft> findByRequest(String request) {
        return transactions.read(jdbc -> ofRequest(jdbc, request));
    }

    private @Nullable Draft ofRequest(JdbcClient jdbc, String request) {
        return one(jdbc.sql(OF_REQUEST).param("request", request));
    }

    private boolean insert(JdbcClient jdbc, Draft draft, String request) {
        return jdbc.sql(INSERT).param("nonce", draft.nonce()).param("origin", draft.origin())
                .param("message", draft.message()).param("person", draft.requester().person())
                .param("createdAt", draft.createdAt().toEpochMilli()).param("body", vault.write(DraftBody.of(draft)))
                .param("request", request).update() == 1;
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
