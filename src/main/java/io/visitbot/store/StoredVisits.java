package io.visitbot.store;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import io.visitbot.audit.Deeds;
import io.visitbot.visit.Actor;
import io.visitbot.visit.PlannedJob;
import io.visitbot.visit.Quota;
import io.visitbot.visit.Visit;
import io.visitbot.visit.Visits;

/** Visits on disk. Their label stands in the body alone, since nobody looks for it by SQL. */
final class StoredVisits implements Visits {

    private static final String INSERT = """
            insert into visit (id, origin, space, person, label, requested_at, until_at, over_at, state, body)
            values (:id, :origin, :space, :person, '', :requestedAt, :untilAt, :overAt, :state, :body)
            on conflict do nothing""";
    private static final String UPDATE = """
            update visit set until_at = :untilAt, over_at = :overAt, state = :state, body = :body where id = :id""";
    private static final String OF_PERSON = """
            select body from visit where person = :person or id in (select visit from visit_person where email = :email)
            order by requested_at desc, id limit :most""";
    private static final String IN_SPACE = """
            select body from visit where space = :space order by requested_at desc, id limit :most""";

    private final Transactions transactions;
    private final JobTable jobs;
    private final Vault vault;
    private final AuditTable audit;
    private final Quotas quotas;

    StoredVisits(Transactions transactions, JobTable jobs, Vault vault, AuditTable audit) {
        this.transactions = transactions;
        this.jobs = jobs;
        this.vault = vault;
        this.audit = audit;
        this.quotas = new Quotas(transactions.dialect());
    }

    @Override
    public Mono<Kept> add(Visit visit, PlannedJob... planned) {
        return transactions.write(jdbc -> noted(jdbc, added(jdbc, visit, planned)));
    }

    @Override
    public Mono<Kept> add(Visit visit, Quota quota, PlannedJob... planned) {
        return transactions.write(jdbc -> {
            Kept kept = added(jdbc, visit, planned);
            if (kept.isNew()) {
                quotas.verify(jdbc, quota, visit.requester().person());
            }
            return noted(jdbc, kept);
        });
    }

    private Kept noted(JdbcClient jdbc, Kept kept) {
        audit.append(jdbc, kept.isNew() ? Deeds.asked(kept.visit()) : List.of());
        return kept;
    }

    @Override
    public Mono<Void> check(String person, Quota quota) {
        return transactions.read(jdbc -> quotas.foreseen(jdbc, quota, person).orElse(null)).flatMap(Mono::error);
    }

    private Kept added(JdbcClient jdbc, Visit visit, PlannedJob... planned) {
        if (insert(jdbc, visit)) {
            insertPeople(jdbc, visit);
            jobs.plan(jdbc, List.of(planned));
            return new Kept(visit, true);
        }
        return new Kept(byOrigin(jdbc, visit.origin()).orElseThrow(() -> new IdTakenException(visit.id())), false);
    }

    @Override
    public Mono<Visit> find(String id) {
        return transactions.read(jdbc -> byId(jdbc, id, "").orElse(null));
    }

    @Override
    public Mono<Visit> findByOrigin(String origin) {
        return transactions.read(jdbc -> byOrigin(jdbc, origin).orElse(null));
    }

    @Override
    public Flux<Visit> inSpace(String space, int most) {
        return transactions.read(jdbc -> jdbc.sql(IN_SPACE).param("space", space).param("most", most)
                .query(String.class).list()).flatMapIterable(found -> found).map(this::read);
    }

    @Override
    public Flux<Visit> ofPerson(String person, String email, int most) {
        return transactions.read(jdbc -> jdbc.sql(OF_PERSON).param("person", person).param("email", lower(email))
                .param("most", most).query(String.class).list()).flatMapIterable(found -> found)
                .map(this::read);
    }

    @Override
    public Mono<Visit> change(Actor by, String id, UnaryOperator<Visit> change, PlannedJob... planned) {
        return transactions.write(jdbc -> byId(jdbc, id, transactions.dialect().forUpdate())
                .map(visit -> changed(jdbc, by, visit, change.apply(visit), List.of(planned))).orElse(null));
    }

    private Visit changed(JdbcClient jdbc, Actor by, Visit before, Visit after, List<PlannedJob> planned) {
        if (!after.equals(before)) {
            fill(jdbc.sql(UPDATE), after).update();
        }
        if (!after.people().equals(before.people())) {
            jdbc.sql("delete from visit_person where visit = :id").param("id", after.id()).update();
            insertPeople(jdbc, after);
        }
        jobs.plan(jdbc, planned);
        audit.append(jdbc, Deeds.changed(before, after, by));
        return after;
    }

    private boolean insert(JdbcClient jdbc, Visit visit) {
        return fill(jdbc.sql(INSERT), visit).param("origin", visit.origin()).param("space", visit.place().space())
                .param("person", visit.requester().person()).param("requestedAt", visit.requestedAt().toEpochMilli())
                .update() == 1;
    }

    private JdbcClient.StatementSpec fill(JdbcClient.StatementSpec statement, Visit visit) {
        VisitBody body = VisitBody.of(visit);
        return statement.param("id", visit.id()).param("untilAt", visit.until().toEpochMilli())
                .param("overAt", visit.overAt().toEpochMilli()).param("state", body.state().kind())
                .param("body", vault.write(body));
    }

    private static void insertPeople(JdbcClient jdbc, Visit visit) {
        for (String email : visit.people()) {
            jdbc.sql("insert into visit_person (visit, email) values (:visit, :email) on conflict do nothing")
                    .param("visit", visit.id()).param("email", lower(email)).update();
        }
    }

    private Optional<Visit> byId(JdbcClient jdbc, String id, String lock) {
        return jdbc.sql("select body from visit where id = :id" + lock).param("id", id).query(String.class).optional()
                .map(this::read);
    }

    private Optional<Visit> byOrigin(JdbcClient jdbc, String origin) {
        return jdbc.sql("select body from visit where origin = :origin").param("origin", origin).query(String.class)
                .optional().map(this::read);
    }

    private Visit read(@Nullable String body) {
        return vault.read(String.valueOf(body), VisitBody.class).visit();
    }

    private static String lower(String email) {
        return email.toLowerCase(Locale.ROOT);
    }
}
