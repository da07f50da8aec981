package io.visitbot.store;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Mono;

import io.visitbot.platform.Broadcast;
import io.visitbot.platform.Check;
import io.visitbot.platform.SharedClock;
import io.visitbot.webhook.VerifiedEvent;

import static org.assertj.core.api.Assertions.assertThat;

@ExtendWith(PostgresServer.class)
class ServerInstancesTests {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final List<Instances> started = new ArrayList<>();
    private TestStore test;

    @BeforeEach
    void open(@TempDir Path folder) {
        test = new TestStore(Dialect.POSTGRESQL, folder);
    }

    @AfterEach
    void close() {
        started.forEach(Instances::stop);
        test.close();
    }

    @Test
    void tellsEveryInstanceOnceAndItselfAtOnce() {
        Instances one = start(test);
        BlockingQueue<String> here = heard(one, "pause");
        BlockingQueue<String> there = heard(start(test), "pause");
        awaitLines(2);

        one.send("pause", "webex until 12 o'clock");
        assertThat(here).containsExactly("webex until 12 o'clock");
        one.send("pause", "");

        assertThat(List.of(next(there), next(there))).containsExactlyInAnyOrder("webex until 12 o'clock", "");
        assertThat(here).hasSize(2);
    }

    @Test
    void tellsOthersOnlyWhatWasCommitted() {
        Instances one = start(test);
        BlockingQueue<String> here = heard(one, "topic");
        BlockingQueue<String> there = heard(start(test), "topic");
        awaitLines(2);
        Transactions transactions = new Transactions(test.database, reactor.core.scheduler.Schedulers.immediate());

        transactions.write(jdbc -> {
            one.tellOthers(jdbc, "topic", "undone");
            throw new IllegalStateException("undone");
        }).onErrorResume(undone -> Mono.empty()).block(PATIENCE);
        transactions.writeNow(jdbc -> {
            one.tellOthers(jdbc, "topic", "done");
            return true;
        });

        assertThat(next(there)).isEqualTo("done");
        assertThat(here).isEmpty();
    }

    @Test
    void tellsNobodyOnAnotherSchema(@TempDir Path folder) {
        try (TestStore other = new TestStore(Dialect.POSTGRESQL, folder)) {
            Instances one = start(test);
            BlockingQueue<String> near = heard(start(test), "topic");
            Instances stranger = start(other);
            BlockingQueue<String> far = heard(stranger, "topic");
            awaitLines(3);
            assertThat(eventually(stranger::isHere)).as("leads its own").isTrue();

            one.send("topic", "words");
            assertThat(next(near)).isEqualTo("words");
            assertThat(far).isEmpty();
        }
    }

    @Test
    void hearsAgainAfterTheServerWasAwayAndIsToldThatItMayHaveMissedSomething() {
        Instances one = start(test);
        Instances other = start(test);
        BlockingQueue<String> missed = heard(other, Broadcast.MISSED);
        BlockingQueue<String> there = heard(other, "topic");
        awaitLines(2);

        test.jdbc().sql("select pg_terminate_backend(pid) from pg_stat_activity where pid <> pg_backend_pid() "
                + "and query in ('select true', 'select pg_try_advisory_lock(86448, hashtext(current_schema()))')")
                .query().listOfRows();
        assertThat(next(missed)).isEmpty();
        one.send("topic", "words");

        assertThat(next(there)).isEqualTo("words");
    }

    @Test
    void oneLeadsAndAnotherWhenItIsGone() {
        Instances one = start(test);
        assertThat(eventually(one::isHere)).isTrue();
        Instances other = start(test);
        awaitLines(2);
        assertThat(other.isHere()).isFalse();

        one.stop();

        assertThat(one.isRunning()).isFalse();
        assertThat(eventually(other::isHere)).isTrue();
        assertThat(one.isHere()).isFalse();
    }

    @Test
    void tellsWhereItsClockIsFarFromTheServers() {
        Instances behind = start(test);
        assertThat(eventually(() -> !behind.ahead().isZero())).isTrue();
        assertThat(new ClockCheck(behind, Dialect.POSTGRESQL).glance()).hasValueSatisfying(result -> {
            assertThat(result.state()).isEqualTo(Check.State.WRONG);
            assertThat(result.finding()).matches("this machine's clock is \\d+ s behind PostgreSQL's");
            assertThat(result.cure()).contains("NTP");
        });

        test.clock.step(behind.ahead().negated().plusMillis(500));
        Instances inStep = start(test);
        awaitLines(2);
        assertThat(new ClockCheck(inStep, Dialect.POSTGRESQL).run().block(PATIENCE))
                .isEqualTo(Check.Result.ok("in step with PostgreSQL's"));

        test.clock.step(Duration.ofMinutes(5));
        Instances ahead = start(test);
        assertThat(eventually(() -> ahead.ahead().compareTo(Duration.ofMinutes(4)) > 0)).isTrue();
    }

    @Test
    void goesByTheServersClockWhereItsOwnIsWrong() {
        Clock wrong = Clock.offset(Clock.systemUTC(), Duration.ofMinutes(-7));
        SharedClock shared = new SharedClock(wrong);
        ServerTime time = new ServerTime(shared);
        measure(time);
        assertThat(Duration.between(Instant.now(), shared.instant()).abs()).isLessThan(Duration.ofMinutes(1));
        assertThat(time.ahead()).isBetween(Duration.ofMinutes(-8), Duration.ofMinutes(-6));

        SharedClock right = new SharedClock(Clock.systemUTC());
        measure(new ServerTime(right));
        assertThat(right.ahead()).isZero();
    }

    /** The machine is 5 minutes ahead; a question or its answer is under way for 9 seconds. */
    @ParameterizedTest
    @CsvSource({"309000,309000", "300000,309000", "304000,309000"})
    void slowAnswerDoesNotMoveTheClock(long answered, long heard) {
        SharedClock shared = new SharedClock(test.clock);
        ServerTime time = new ServerTime(shared);
        time.compare(300_000, 0, 300_000);
        assertThat(shared.ahead()).isEqualTo(Duration.ofMinutes(5));

        time.compare(300_000, answered - 300_000, heard);

        assertThat(shared.ahead()).isEqualTo(Duration.ofMinutes(5));
        assertThat(time.ahead()).isEqualTo(Duration.ofMinutes(5));
    }

    @Test
    void standsAMachineWhoseClockIsSetBackMeanwhile() {
        SharedClock shared = new SharedClock(test.clock);
        ServerTime time = new ServerTime(shared);

        time.compare(300_000, 1_000, 1_000);
        time.compare(1_000, 1_000, 1_000);

        assertThat(shared.ahead()).isZero();
        assertThat(time.ahead()).isZero();
    }

    @ParameterizedTest
    @ValueSource(longs = {-300, 300})
    void leavesAloneWhatAnotherWorksOnThoughTheirClocksDiffer(long seconds) {
        CompletableFuture<Void> work = new CompletableFuture<>();
        test.eventHandler = (event, attempt) -> Mono.fromFuture(work, true);
        Store one = begun(test.store(Clock.systemUTC()));
        Store other = begun(test.store(Clock.offset(Clock.systemUTC(), Duration.ofSeconds(seconds))));
        StoredInbox inbox = one.inbox();
        inbox.start();
        inbox.accept(new VerifiedEvent("messages:created:1", "messages", "created", "{}")).block(PATIENCE);

        other.sweep().sweep();
        assertThat(test.count("inbox", "owner = 'process-0'")).as("left to the one that works on it").isOne();
        one.sweep().release();
        other.sweep().sweep();
        assertThat(test.count("inbox", "owner = 'process-1'")).as("taken where it was given back").isOne();
        work.complete(null);
        inbox.stop();
    }

    @Test
    void comparesNoClockOnAFile() {
        ClockCheck check = new ClockCheck(new OneInstance(), Dialect.SQLITE);
        assertThat(check.run().map(Check.Result::state).block(PATIENCE)).isEqualTo(Check.State.OK);
        assertThat(check.glance()).isEmpty();
    }

    private Instances start(TestStore store) {
        return begun(store.store()).instances();
    }

    private Store begun(Store store) {
        store.instances().start();
        started.add(store.instances());
        return store;
    }

    private void measure(ServerTime time) {
        try (Connection connection = test.database.connect(); Statement statement = connection.createStatement()) {
            time.measure(statement);
        } catch (SQLException away) {
            throw new IllegalStateException(away);
        }
    }

    /** Until so many listen. */
    private void awaitLines(int count) {
        String lines = "select count(*) from pg_locks where locktype = 'advisory' and classid = 86448";
        assertThat(eventually(() -> test.jdbc().sql(lines).query(Long.class).single() >= 1)).isTrue();
        String idle = "select count(*) from pg_stat_activity where query like 'select true%' or query like '%86448%'"
                + " and state = 'idle'";
        assertThat(eventually(() -> test.jdbc().sql(idle).query(Long.class).single() >= count)).isTrue();
    }

    private static BlockingQueue<String> heard(Instances instances, String topic) {
        BlockingQueue<String> words = new LinkedBlockingQueue<>();
        instances.listen(topic, words::add);
        return words;
    }

    private static String next(BlockingQueue<String> heard) {
        try {
            return String.valueOf(heard.poll(PATIENCE.toSeconds(), TimeUnit.SECONDS));
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }

    private static boolean eventually(BooleanSupplier condition) {
        return Boolean.TRUE.equals(Mono.fromSupplier(condition::getAsBoolean).filter(holds -> holds)
                .repeatWhenEmpty(200, rounds -> rounds.delayElements(Duration.ofMillis(100))).block(PATIENCE));
    }
}
