package io.visitbot.store;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import io.visitbot.audit.Deeds;
import io.visitbot.platform.PhoneNumber;
import io.visitbot.visit.Actor;
import io.visitbot.visit.Limit;
import io.visitbot.visit.PlannedJob;
import io.visitbot.visit.Quota;
import io.visitbot.visit.Text;
import io.visitbot.visit.Texts;

/** Text messages on disk, and who wants none. */
final class StoredTexts implements Texts {

    private static final String INSERT = """
            insert into text_message (id, visit, recipient, purpose, round, provider_id, status, body,
                asked_by, asked_at)
            values (:id, :visit, :recipient, :purpose, :round, :provider, :status, :body, :person, :askedAt)
            on conflict do nothing""";
    private static final String UPDATE = """
            update text_message set provider_id = :provider, status = :status, body = :body where id = :id""";
    private static final String SAME = """
            select body from text_message
            where visit = :visit and recipient in (:forms) and purpose = :purpose and round = :round""";

    private final Transactions transactions;
    private final JobTable jobs;
    private final Vault vault;
    private final AuditTable audit;
    private final Quotas quotas;
    private final Clock clock;

    StoredTexts(Transactions transactions, JobTable jobs, Vault vault, AuditTable audit, Clock clock) {
        this.transactions = transactions;
        this.jobs = jobs;
        this.vault = vault;
        this.audit = audit;
        this.quotas = new Quotas(transactions.dialect());
        this.clock = clock;
    }

    @Override
    public Mono<Text> plan(Actor by, Text text, PlannedJob... planned) {
        return transactions.write(
                jdbc -> insert(jdbc, text, null, planned) ? noted(jdbc, text, by) : standing(jdbc, text));
    }

    @Override
    public Mono<Text> planFor(Actor by, Text text, List<Quota> allowed, PlannedJob... planned) {
        return transactions.write(jdbc -> {
            if (!insert(jdbc, text, by.person(), planned)) {
                return standing(jdbc, text);
            }
            allowed.forEach(quota -> quotas.verify(jdbc, quota, counted(quota, by.person(), text)));
            return noted(jdbc, text, by);
        });
    }

    @Override
    public Mono<Text> find(String id) {
        return transactions.read(jdbc -> byId(jdbc, id, "").orElse(null));
    }

    @Override
    public Mono<Text> findByProvider(String providerId) {
        return transactions.read(jdbc -> jdbc.sql("select body from text_message where provider_id = :provider")
                .param("provider", providerId).query(String.class).optional().map(this::read).orElse(null));
    }

    @Override
    public Flux<Text> of(String visit) {
        return transactions
                .read(jdbc -> jdbc.sql("select body from text_message where visit = :visit order by round, id")
                        .param("visit", visit).query(String.class).list())
                .flatMapIterable(found -> found).map(this::read);
    }

    @Override
    public Mono<Text> change(String id, UnaryOperator<Text> change, PlannedJob... planned) {
        return transactions.write(jdbc -> byId(jdbc, id, transactions.dialect().forUpdate())
                .map(text -> changed(jdbc, text, change.apply(text), List.of(planned))).orElse(null));
    }

    @Override
    public Mono<Boolean> hasOptedOut(PhoneNumber to) {
        return transactions.read(jdbc -> jdbc.sql("select count(*) from opt_out where recipient in (:to)")
                .param("to", vault.formsOf(to)).query(Long.class).single() > 0);
    }

    @Override
    public Mono<Void> optOut(PhoneNumber to, boolean out) {
        return transactions.write(jdbc -> out ? optedOut(jdbc, to) : optedIn(jdbc, to)).then();
    }

    /** Only what a person asked for carries a time to be counted by. */
    private boolean insert(JdbcClient jdbc, Text text, @Nullable String person, PlannedJob... planned) {
        if (same(jdbc, text).isPresent()) {
            return false;
        }
        boolean isNew = key(fill(jdbc.sql(INSERT), text), text).param("recipient", vault.hash(text.to()))
                .param("person", person)
                .param("askedAt", person == null ? null : text.plannedAt().toEpochMilli()).update() == 1;
        if (isNew) {
            jobs.plan(jdbc, List.of(planned));
        }
        return isNew;
    }

    private Text standing(JdbcClient jdbc, Text text) {
        return same(jdbc, text).orElseThrow();
    }

    private String counted(Quota quota, String person, Text text) {
        return quota.limit() == Limit.RECIPIENT ? vault.hash(text.to()) : person;
    }

    private int optedOut(JdbcClient jdbc, PhoneNumber to) {
        return jdbc.sql("insert into opt_out (recipient, since) values (:to, :now) on conflict do nothing")
                .param("to", vault.hash(to)).param("now", clock.millis()).update();
    }

    private int optedIn(JdbcClient jdbc, PhoneNumber to) {
        return jdbc.sql("delete from opt_out where recipient in (:to)").param("to", vault.formsOf(to)).update();
    }

    private Optional<Text> same(JdbcClient jdbc, Text text) {
        return key(jdbc.sql(SAME), text).param("forms", vault.formsOf(text.to())).query(String.class).optional()
                .map(this::read);
    }

    private Text changed(JdbcClient jdbc, Text before, Text after, List<PlannedJob> planned) {
        if (!after.equals(before)) {
            fill(jdbc.sql(UPDATE), after).update();
        }
        jobs.plan(jdbc, planned);
        audit.append(jdbc, Deeds.changed(before, after, space(jdbc, after)));
        return after;
    }

    private Text noted(JdbcClient jdbc, Text text, Actor by) {
        audit.append(jdbc, Deeds.planned(text, space(jdbc, text), by));
        return text;
    }

    private static String space(JdbcClient jdbc, Text text) {
        return jdbc.sql("select space from visit where id = :visit").param("visit", text.visit()).query(String.class)
                .optional().orElse("");
    }

    private JdbcClient.StatementSpec fill(JdbcClient.StatementSpec statement, Text text) {
        return statement.param("id", text.id()).param("provider", text.providerId())
                .param("status", text.status().name()).param("body", vault.write(TextBody.of(text)));
    }

    private static JdbcClient.StatementSpec key(JdbcClient.StatementSpec statement, Text text) {
        return statement.param("visit", text.visit()).param("purpose", text.purpose().name()).param("round",
                text.round());
    }

    private Optional<Text> byId(JdbcClient jdbc, String id, String lock) {
        return jdbc.sql("select body from text_message where id = :id" + lock).param("id", id).query(String.class)
                .optional().map(this::read);
    }

    private Text read(String body) {
        return vault.read(body, TextBody.class).text();
    }
}
