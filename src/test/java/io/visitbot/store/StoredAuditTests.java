package io.visitbot.store;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.dao.DataAccessException;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import io.visitbot.audit.Chain;
import io.visitbot.audit.Entry;
import io.visitbot.audit.Selection;
import io.visitbot.audit.Verification;
import io.visitbot.audit.Verification.Finding;
import io.visitbot.visit.Act;
import io.visitbot.visit.Actor;
import io.visitbot.visit.Draft;
import io.visitbot.visit.Text;
import io.visitbot.visit.TextStatus;
import io.visitbot.visit.Visit;
import io.visitbot.visit.VisitFixtures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

@ExtendWith(PostgresServer.class)
@ParameterizedClass
@EnumSource(Dialect.class)
class StoredAuditTests {

    private static final Actor ORTIZ = new Actor("ortiz", "nurse.ortiz@example.org");

    private final Dialect dialect;
    private final Visit visit = new VisitFixtures().asked("V-AAAA");
    private TestStore test;
    private Store store;
    private StoredAudit audit;
    private StoredVisits visits;
    private StoredTexts texts;

    StoredAuditTests(Dialect dialect) {
        this.dialect = dialect;
    }

    @BeforeEach
    void open(@TempDir Path folder) {
        test = new TestStore(dialect, folder);
        store = test.store();
        audit = new StoredAudit(store.transactions(), test.audit());
        Vault vault = test.vault(TestStore.KEY);
        visits = new StoredVisits(store.transactions(), store.jobs(), vault, test.audit());
        texts = new StoredTexts(store.transactions(), store.jobs(), vault, test.audit(), test.clock);
    }

    @AfterEach
    void close() {
        test.close();
    }

    /** The first is number 1, and the last 3. */
    @ParameterizedTest
    @ValueSource(longs = {-7, 0, 4, 90})
    void namesEntryThatWasPutInOutsideOfTheChain(long number) {
        Flux.just("a", "b", "c").concatMap(key -> audit.record(look(key))).blockLast();
        assertThat(new Verification(audit, Chain.plain()).run()).isInstanceOf(Finding.Whole.class);

        test.jdbc().sql("""
                insert into audit (number, at, event, visit, space, person, email, detail, entry_key, previous, hash)
                select :number, -5, event, visit, space, person, email, detail, 'put in', previous, hash
                from audit where number = 3""").param("number", number).update();

        assertThat(new Verification(audit, Chain.plain()).run()).isInstanceOfSatisfying(Finding.Broken.class,
                broken -> assertThat(broken.sentence()).contains("at entry " + number + ": it was put in"));
    }

    private static Act look(String key) {
        return new Act(key, Act.Kind.LOOKED_AT, "V-AAAA", "space", ORTIZ, "");
    }

    private List<Entry> entries() {
        return audit.page(Selection.ALL, 0, 1_000);
    }

    private List<String> events() {
        return entries().stream().map(Entry::event).toList();
    }

    private Finding verify() {
        return new Verification(audit, Chain.plain()).run();
    }

    private Text text() {
        return new Text("t1", "V-AAAA", VisitFixtures.PATIENT, Text.Purpose.INVITE, 0, "join", TextStatus.PLANNED, null,
                0, test.clock.instant(), test.clock.instant());
    }

    @Test
    void keepsEachStepOfAVisitWithTheStep() {
        new StoredDrafts(store.transactions(), test.vault(TestStore.KEY), test.audit())
                .add(new Draft("n", "subject", visit.place(),
                        visit.requester(), "patient-42", test.clock.instant(), null, null), "event")
                .block();
        visits.add(visit).block();
        visits.add(visit).block();
        visits.change(visit.id(), now -> now.with(new Visit.State.Ready(VisitFixtures.MEETING, List.of(),
                test.clock.instant()))).block();
        texts.plan(ORTIZ, text()).block();
        texts.plan(ORTIZ, text()).block();
        texts.change("t1", now -> now.with(TextStatus.QUEUED, "SM1", 0, test.clock.instant())).block();
        audit.record(look("look")).block();
        audit.record(look("look")).block();

        assertThat(events()).containsExactly("form-opened", "asked", "links-made", "text-asked", "text-sent",
                "looked-at");
        assertThat(entries()).last().extracting(Entry::person, Entry::email, Entry::space, Entry::visit)
                .containsExactly("ortiz", "nurse.ortiz@example.org", "space", "V-AAAA");
        assertThat(entries().get(4).space()).isEqualTo(visit.place().space());
        assertThat(verify()).isEqualTo(new Finding.Whole(audit.head()));
    }

    @Test
    void keepsNothingOfAStepThatFails() {
        visits.add(visit).block();

        assertThatExceptionOfType(IllegalStateException.class).isThrownBy(() -> visits.change(visit.id(), now -> {
            throw new IllegalStateException();
        }).block());
        assertThatExceptionOfType(IllegalArgumentException.class)
                .isThrownBy(() -> store.transactions().writeNow(jdbc -> {
                    test.audit().append(jdbc, List.of(look("undone")));
                    throw new IllegalArgumentException();
                }));
        assertThat(events()).containsExactly("asked");
        assertThat(verify()).isInstanceOf(Finding.Whole.class);
    }

    @Test
    void undoesTheStepWhereItCannotBeKept() {
        visits.add(visit).block();
        test.jdbc().sql("update audit_head set last_number = 0").update();

        assertThatExceptionOfType(DataAccessException.class).isThrownBy(() -> visits.change(visit.id(),
                now -> now.with(new Visit.State.Cancelled(null, "lee", test.clock.instant()))).block());
        assertThat(visits.find(visit.id()).block()).isEqualTo(visit);
    }

    @Test
    void chainsWhatTwoInstancesKeepAtOnce() {
        Store other = test.store();
        StoredAudit there = new StoredAudit(other.transactions(), test.audit());

        Flux.range(0, 200)
                .flatMap(
                        number -> (number % 2 == 0 ? audit : there).record(look("look-" + number / 4 * 4 + number % 3)),
                        32)
                .then().block();
        Set<String> keys = entries().stream().map(Entry::key).collect(Collectors.toSet());
        assertThat(entries()).hasSize(keys.size()).hasSizeGreaterThan(100);
        assertThat(verify()).isEqualTo(new Finding.Whole(audit.head()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"update audit set email = 'x' where number = 1", "delete from audit where number = 1",
            "delete from audit", "delete from audit_head"})
    void refusesToChangeWhatIsWritten(String sql) {
        audit.record(look("a")).block();

        assertThatExceptionOfType(DataAccessException.class).isThrownBy(() -> test.jdbc().sql(sql).update())
                .withMessageContaining("append-only");
        assertThat(events()).containsExactly("looked-at");
    }

    @Test
    void noticesAnEditThatGoesRoundTheTriggers() {
        Flux.range(1, 4).concatMap(number -> audit.record(look("look-" + number))).blockLast();
        test.jdbc().sql(switch (dialect) {
            case SQLITE -> "drop trigger audit_is_not_edited";
            case POSTGRESQL -> "drop trigger audit_is_not_edited on audit";
        }).update();
        test.jdbc().sql("update audit set person = 'lee' where number = 3").update();

        assertThat(verify()).isEqualTo(new Finding.Broken(3, "it is not as it was written"));
    }

    @Test
    void purgesWhatHasServedItsTimeAndStaysWhole() {
        Flux.range(1, 3).concatMap(number -> audit.record(look("old-" + number))).blockLast();
        test.clock.step(Duration.ofDays(20));
        audit.record(look("new")).block();
        AuditUpkeep upkeep = new AuditUpkeep(store.transactions(), test.audit(), Duration.ofDays(30), test.clock);

        upkeep.run(() -> false);
        assertThat(entries()).hasSize(4);
        test.clock.step(Duration.ofDays(11));
        upkeep.run(() -> false);
        upkeep.run(() -> false);
        assertThat(events()).containsExactly("looked-at", "audit-purged");
        assertThat(entries().getLast().detail()).isEqualTo("entries up to 3");
        assertThat(verify()).isEqualTo(new Finding.Whole(audit.head()));

        test.clock.step(Duration.ofDays(40));
        upkeep.run(() -> false);
        audit.record(look("after")).block();
        assertThat(events()).containsExactly("audit-purged", "looked-at");
        assertThat(verify()).isEqualTo(new Finding.Whole(audit.head()));
    }

    @Test
    void findsWhatIsAskedForPageByPage() {
        Flux.range(1, 3).concatMap(number -> audit.record(look("look-" + number))).blockLast();
        test.clock.step(Duration.ofDays(2));
        audit.record(new Act("list", Act.Kind.LISTED, "", "space", ORTIZ, "V-BBBB V-AAAA")).block();
        audit.record(new Act("other", Act.Kind.LOOKED_AT, "V-AAAA2", "space", ORTIZ, "")).block();

        assertThat(audit.page(Selection.ALL, 1, 2)).extracting(Entry::number).containsExactly(2L, 3L);
        assertThat(audit.page(Selection.ALL.about("V-AAAA"), 0, 9)).extracting(Entry::key).containsExactly("look-1",
                "look-2", "look-3", "list");
        Selection late = new Selection(test.clock.instant(), null);
        assertThat(audit.page(late, 0, 9)).extracting(Entry::key).containsExactly("list", "other");
    }

    @Test
    void canBeReadWhileAnotherUsesTheDatabase(@TempDir Path folder) {
        audit.record(look("a")).block();
        if (dialect == Dialect.POSTGRESQL) {
            return;
        }
        try (TestStore running = new TestStore(dialect, folder);
                ReadOnlyAudit reader = ReadOnlyAudit.open(StoreSettings.at(folder.resolve("visit.db")))) {
            Store here = running.store();
            Mono<Void> kept = new StoredAudit(here.transactions(), running.audit()).record(look("b"));
            kept.block();
            assertThat(reader.page(Selection.ALL, 0, 9)).extracting(Entry::key).containsExactly("b");
        }
    }
}
