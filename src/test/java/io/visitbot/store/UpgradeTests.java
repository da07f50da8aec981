package io.visitbot.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import com.github.kagkarlsson.scheduler.testhelper.ManualScheduler;
import com.github.kagkarlsson.scheduler.testhelper.SettableClock;
import com.github.kagkarlsson.scheduler.testhelper.TestHelper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import reactor.core.publisher.Mono;

import io.visitbot.platform.PhoneNumber;
import io.visitbot.platform.Settings;
import io.visitbot.visit.Draft;
import io.visitbot.visit.Job;
import io.visitbot.visit.JobHandler;
import io.visitbot.visit.Text;
import io.visitbot.visit.TextStatus;
import io.visitbot.visit.Visit;

import static org.assertj.core.api.Assertions.assertThat;

/** The database of every released version goes on under this one. */
@ExtendWith(PostgresServer.class)
class UpgradeTests {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final String[] TRACES = {"202555", "/visit/", "/hc/v1/", "patient-7", "fixture-secret"};
    private static final Pattern RELEASED = Pattern.compile("(?m)^## \\[(\\d+\\.\\d+)");

    static Stream<Arguments> releases() {
        return Releases.all().stream()
                .flatMap(release -> Stream.of(Dialect.values()).map(dialect -> Arguments.of(release, dialect)));
    }

    @Test
    void everyReleaseLeftItsDatabaseHere() throws IOException {
        assertThat(Releases.all()).contains("0.1").containsAll(RELEASED.matcher(
                Files.readString(Path.of("CHANGELOG.md"))).results().map(found -> found.group(1)).toList());
    }

    @ParameterizedTest
    @MethodSource("releases")
    void findsWhatWasThere(String release, Dialect dialect, @TempDir Path folder) {
        try (TestStore test = upgraded(release, dialect, folder)) {
            Records records = new Records(test, test.vault(TestStore.KEY));

            Visit ready = visit(records, "patient-71");
            assertThat(ready.state()).isInstanceOf(Visit.State.Ready.class);
            assertThat(ready.people()).containsExactly("nurse.ortiz@example.org");
            assertThat(ready.phone()).isEqualTo(new PhoneNumber("+12025550171", 1));
            assertThat(visit(records, "patient-74").state()).isInstanceOf(Visit.State.Opening.class);
            assertThat(text(records, visit(records, "patient-73")).status()).isEqualTo(TextStatus.PLANNED);
            assertThat(records.texts.hasOptedOut(new PhoneNumber("+12025550179", 1)).block(PATIENCE)).isTrue();
            assertThat(draft(records).label()).isEqualTo("patient-72");
            assertThat(records.notices.find(ready.id(), "result").block(PATIENCE)).isNotNull();
            assertThat(records.secrets.keep("webex-webhook-secret", "another").block(PATIENCE))
                    .isEqualTo("fixture-secret");
        }
    }

    @ParameterizedTest
    @MethodSource("releases")
    void leavesNoNumberAndNoLinkReadable(String release, Dialect dialect, @TempDir Path folder) {
        try (TestStore test = upgraded(release, dialect, folder)) {
            Records records = new Records(test, test.vault(TestStore.KEY));
            new Resealing(records.transactions, records.vault, new Erasure(test.database)).run(() -> false);

            assertThat(records.rows()).doesNotContain(TRACES);
            assertThat(visit(records, "patient-71").phone()).isEqualTo(new PhoneNumber("+12025550171", 1));
            if (dialect == Dialect.SQLITE) {
                assertThat(Records.bytes(folder)).contains("webex-webhook-secret").doesNotContain(TRACES);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("releases")
    void goesOnWithWhatWasUnfinished(String release, Dialect dialect, @TempDir Path folder) throws Exception {
        try (TestStore test = upgraded(release, dialect, folder)) {
            Records records = new Records(test, test.vault(TestStore.KEY));
            BlockingQueue<String> handled = new LinkedBlockingQueue<>();
            test.eventHandler = (event, attempt) -> Mono.fromRunnable(() -> handled.add(event.resource() + attempt));
            List<String> ran = new CopyOnWriteArrayList<>();
            Stream.of(Job.Kind.values()).forEach(kind -> test.jobHandlers.add(handler(kind, ran)));
            test.clock.step(Duration.ofMinutes(5));
            Store store = test.store();
            StoredInbox inbox = store.inbox();
            inbox.start();

            store.sweep().sweep();
            ManualScheduler scheduler = scheduler(test, store);
            scheduler.runDeadExecutionDetection();
            scheduler.runAnyDueExecutions();

            assertThat(handled.poll(PATIENCE.toSeconds(), TimeUnit.SECONDS)).startsWith("messages");
            assertThat(ran).contains("OPEN " + visit(records, "patient-74").id(),
                    "TEXT " + text(records, visit(records, "patient-73")).id());
            inbox.stop();
        }
    }

    private static TestStore upgraded(String release, Dialect dialect, Path folder) {
        String url = switch (dialect) {
            case SQLITE -> "jdbc:sqlite:" + folder.resolve("visit.db");
            case POSTGRESQL -> PostgresServer.freshUrl();
        };
        Releases.load(release, url, new SteppedClock().instant());
        return new TestStore(StoreSettings.read(new Settings(name -> url)));
    }

    private static Visit visit(Records records, String label) {
        String space = records.test.jdbc().sql("select min(space) from visit").query(String.class).single();
        return records.visits.inSpace(space, 10).filter(visit -> visit.label().equals(label)).single()
                .blockOptional(PATIENCE).orElseThrow();
    }

    private static Text text(Records records, Visit visit) {
        return records.texts.of(visit.id()).single().blockOptional(PATIENCE).orElseThrow();
    }

    private static Draft draft(Records records) {
        String message = records.test.jdbc().sql("select message from draft").query(String.class).single();
        return records.drafts.findByMessage(message).blockOptional(PATIENCE).orElseThrow();
    }

    private static ManualScheduler scheduler(TestStore test, Store store) {
        SettableClock time = new SettableClock();
        time.set(test.clock.instant());
        TestHelper.ManualSchedulerBuilder builder = TestHelper
                .createManualScheduler(JobScheduler.shared(test.database), store.runner().task()).clock(time);
        JobScheduler.configured(builder, test.database.dialect());
        return builder.build();
    }

    private static JobHandler handler(Job.Kind kind, List<String> ran) {
        return new JobHandler() {
            @Override
            public Job.Kind kind() {
                return kind;
            }

            @Override
            public Mono<Next> run(String key, int attempt) {
                ran.add(kind + " " + key);
                return Mono.just(Next.DONE);
            }
        };
    }
}
