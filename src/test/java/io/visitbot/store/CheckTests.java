package io.visitbot.store;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

import io.visitbot.platform.Check;
import io.visitbot.platform.Check.Result;
import io.visitbot.platform.Check.State;
import io.visitbot.visit.Job.Kind;
import io.visitbot.visit.PlannedJob;
import io.visitbot.webhook.VerifiedEvent;

import static org.assertj.core.api.Assertions.assertThat;

@ExtendWith(PostgresServer.class)
@ParameterizedClass
@EnumSource(Dialect.class)
class CheckTests {

    private final Dialect dialect;
    private TestStore test;
    private Store store;

    CheckTests(Dialect dialect) {
        this.dialect = dialect;
    }

    @BeforeEach
    void open(@TempDir Path folder) {
        test = new TestStore(dialect, folder);
        store = test.store();
    }

    @AfterEach
    void close() {
        test.close();
    }

    @Test
    void findsDatabaseThatReadsAndWrites() {
        assertThat(run(database())).satisfies(result -> {
            assertThat(result.state()).isEqualTo(State.OK);
            assertThat(result.finding()).endsWith("reads and writes");
        });
        assertThat(test.count("setting", "name = 'checked-at'")).isOne();
    }

    @Test
    void findsDatabaseThatCannotBeWritten() {
        test.jdbc().sql("drop table setting").update();

        assertThat(run(database())).satisfies(result -> {
            assertThat(result.state()).isEqualTo(State.WRONG);
            assertThat(result.cure()).isNotEmpty();
        });
    }

    @Test
    void countsWhatIsUnfinished() {
        keepOneEvent();
        TestStore.plan(store, PlannedJob.of(Kind.OPEN, "V-1", test.clock.instant())).block();
        test.clock.step(Duration.ofSeconds(90));

        assertThat(run(queue(true, false)))
                .isEqualTo(Result.ok("1 event (the oldest 90 s old) and 1 job unfinished"));
    }

    @Test
    void findsWorkThatNobodyTouches() {
        keepOneEvent();
        test.clock.step(Duration.ofMinutes(6));

        assertThat(run(queue(true, false))).satisfies(result -> {
            assertThat(result.state()).isEqualTo(State.WRONG);
            assertThat(result.finding()).startsWith("work lies untouched for 5 minutes");
        });
    }

    @Test
    void takesNoOffenceAtJobThatIsPlannedForLater() {
        TestStore.plan(store, PlannedJob.of(Kind.OPEN, "V-1", test.clock.instant().plusSeconds(3600)),
                PlannedJob.of(Kind.END, "V-1", test.clock.instant().plusSeconds(3600))).block();

        assertThat(run(queue(true, false))).isEqualTo(Result.ok("0 events and 1 job unfinished"));
    }

    @Test
    void findsDeadWriterAndFullQueue() {
        assertThat(run(queue(false, false)).finding()).isEqualTo("the writer of events has ended");
        assertThat(run(queue(true, true)).finding()).startsWith("no room for more events");
    }

    private void keepOneEvent() {
        test.eventHandler = (event, attempt) -> Mono.never();
        store.inbox().start();
        store.writer().accept(new VerifiedEvent("a", "messages", "created", "{}"), test.clock.millis())
                .orTimeout(20, TimeUnit.SECONDS).join();
    }

    private Check database() {
        return new DatabaseCheck(store.transactions(), test.clock, Schedulers.parallel());
    }

    private Check queue(boolean writing, boolean full) {
        return new QueueCheck(store.transactions(), () -> writing, () -> full, test.clock, Schedulers.parallel());
    }

    private static Result run(Check check) {
        assertThat(check.local()).isTrue();
        return Objects.requireNonNull(check.run().block(Duration.ofSeconds(20)));
    }
}
