package io.visitbot.store;

import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

import io.visitbot.platform.PhoneNumber;
import io.visitbot.platform.Settings;
import io.visitbot.visit.Meeting;
import io.visitbot.visit.TextStatus;
import io.visitbot.visit.Visit;

import static io.visitbot.store.Records.get;
import static org.assertj.core.api.Assertions.assertThat;

@ExtendWith(PostgresServer.class)
@ParameterizedClass
@EnumSource(Dialect.class)
class RetentionTests {

    private final Dialect dialect;
    @TempDir
    private Path folder = Path.of("");
    private TestStore test;
    private Records records;

    RetentionTests(Dialect dialect) {
        this.dialect = dialect;
    }

    @BeforeEach
    void open() {
        test = new TestStore(dialect, folder);
        records = new Records(test, test.vault("off"));
        records.addVisit("V-1");
        get(records.texts.optOut(Records.OUT, true).thenReturn(true));
    }

    @AfterEach
    void close() {
        test.close();
    }

    @Test
    void removesNumbersAndLinksADayAfterTheEndAndNotBefore() {
        Visit before = get(records.visits.find("V-1"));
        stepAndPurge(Records.LIFE.plusHours(24).minusSeconds(1));
        assertThat(get(records.visits.find("V-1"))).isEqualTo(before);

        stepAndPurge(Duration.ofSeconds(1));

        Visit after = get(records.visits.find("V-1"));
        assertThat(after).isEqualTo(before.forgotten()).isNotEqualTo(before);
        assertThat(after.isForgotten()).isTrue();
        assertThat(get(records.texts.find("t-V-1"))).satisfies(text -> {
            assertThat(text.to()).isEqualTo(PhoneNumber.REMOVED);
            assertThat(text.status()).isEqualTo(TextStatus.DELIVERED);
        });
        assertThat(records.drafts.findByOrigin(before.origin()).blockOptional()).isEmpty();
        assertThat(records.rows()).doesNotContain("2025550142", "example.org/V-1");
    }

    @Test
    void leavesNoTraceOfThemInTheFilesOfSqlite() {
        stepAndPurge(Records.LIFE.plusHours(24));

        if (dialect == Dialect.SQLITE) {
            assertThat(Records.bytes(folder)).contains("V-1").doesNotContain("2025550142", "example.org/V-1");
        }
    }

    @Test
    void countsFromTheMomentItWasCalledOff() {
        get(records.visits.change("V-1",
                visit -> visit
                        .with(new Visit.State.Cancelled(Meeting.REMOVED, "lee@example.org", test.clock.instant()))));

        stepAndPurge(Duration.ofHours(24));

        assertThat(get(records.visits.find("V-1")).phone()).isEqualTo(PhoneNumber.REMOVED);
    }

    @Test
    void waitsForTheTextThatTellsOfIt() {
        get(records.texts.change("t-V-1", text -> text.with(TextStatus.DELIVERED, null, 0, text.changedAt())));
        test.jdbc().sql("update text_message set status = 'PLANNED'").update();
        get(records.visits.change("V-1", visit -> visit.until(visit.until().plus(Duration.ofHours(20)))
                .with(new Visit.State.Cancelled(null, "lee@example.org", test.clock.instant()))));

        stepAndPurge(Duration.ofHours(30));
        assertThat(get(records.visits.find("V-1")).phone()).isEqualTo(Records.PHONE);
        stepAndPurge(Duration.ofHours(15));

        assertThat(get(records.visits.find("V-1")).phone()).isEqualTo(PhoneNumber.REMOVED);
    }

    @Test
    void deletesVisitWithAllThatBelongsToItAfterAMonth() {
        stepAndPurge(Records.LIFE.plusDays(30).minusSeconds(1));
        assertThat(records.visits.find("V-1").blockOptional()).isPresent();

        stepAndPurge(Duration.ofSeconds(1));

        assertThat(test.count("visit", "1 = 1") + test.count("text_message", "1 = 1") + test.count("notice", "1 = 1")
                + test.count("draft", "1 = 1") + test.count("visit_person", "1 = 1")).isZero();
        assertThat(get(records.texts.hasOptedOut(Records.OUT))).isTrue();
    }

    @Test
    void forgetsUnusedFormAfterADay() {
        get(records.drafts.add(records.draft("unused").with(Records.PHONE), "event").thenReturn(true));

        stepAndPurge(Duration.ofDays(1).minusSeconds(1));
        assertThat(records.drafts.find("unused").blockOptional()).isPresent();
        stepAndPurge(Duration.ofSeconds(1));

        assertThat(records.drafts.find("unused").blockOptional()).isEmpty();
        assertThat(records.drafts.find("n-V-1").blockOptional()).isPresent();
    }

    @Test
    void goesOnWhereItWasInterrupted() {
        for (int number = 2; number < 160; number++) {
            records.addVisit("V-" + number);
        }
        test.clock.step(Records.LIFE.plusHours(24));
        AtomicInteger looks = new AtomicInteger();

        retention().run(() -> looks.incrementAndGet() > 2);
        assertThat(test.count("visit", "not numbers")).isEqualTo(100);
        retention().run(() -> false);

        assertThat(test.count("visit", "numbers")).isZero();
        assertThat(records.rows()).doesNotContain("2025550142");
    }

    @Test
    void isNotHeldUpByWhatNobodyCanDecrypt() {
        test.jdbc().sql("update visit set body = :body where id = 'V-1'")
                .param("body", Sealer.with(java.util.List.of(TestStore.KEY)).seal("{}")).update();
        records.addVisit("V-2");

        stepAndPurge(Records.LIFE.plusHours(24));
        assertThat(get(records.visits.find("V-2")).isForgotten()).isTrue();
        stepAndPurge(Duration.ofDays(30));

        assertThat(test.count("visit", "1 = 1")).isZero();
    }

    private void stepAndPurge(Duration duration) {
        test.clock.step(duration);
        retention().run(() -> false);
    }

    private Retention retention() {
        return new Retention(records.transactions, records.vault, RetentionSettings.read(new Settings(name -> null)),
                new Erasure(test.database), test.clock);
    }
}
