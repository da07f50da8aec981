package io.visitbot.store;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.IntFunction;

import com.github.kagkarlsson.scheduler.testhelper.ManualScheduler;
import com.github.kagkarlsson.scheduler.testhelper.SettableClock;
import com.github.kagkarlsson.scheduler.testhelper.TestHelper;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

import io.visitbot.platform.ApiException;
import io.visitbot.platform.Urgency;
import io.visitbot.visit.Job;
import io.visitbot.visit.Job.Kind;
import io.visitbot.visit.JobHandler;
import io.visitbot.visit.JobHandler.Next;
import io.visitbot.visit.PlannedJob;

import static org.assertj.core.api.Assertions.assertThat;

@ExtendWith(PostgresServer.class)
@ParameterizedClass
@EnumSource(Dialect.class)
class JobTests {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Dialect dialect;
    private final List<String> runs = new CopyOnWriteArrayList<>();
    private final SettableClock time = new SettableClock();
    private TestStore test;
    private Store store;
    private ManualScheduler scheduler;

    JobTests(Dialect dialect) {
        this.dialect = dialect;
    }

    @BeforeEach
    void open(@TempDir Path folder) {
        test = new TestStore(dialect, folder);
        restart();
    }

    @AfterEach
    void close() {
        test.close();
    }

    @Test
    void runsDueJobOnceAndForgetsItWhenDone() {
        handle(attempt -> Mono.just(Next.DONE));
        plan(Kind.OPEN, Duration.ZERO);

        runDue();
        runDue();

        assertThat(runs).containsExactly("V-1#0");
        assertThat(jobs()).isZero();
    }

    @Test
    void waitsUntilJobIsDue() {
        handle(attempt -> Mono.just(Next.DONE));
        plan(Kind.OPEN, Duration.ofMinutes(1));

        step(Duration.ofSeconds(59));
        assertThat(runs).isEmpty();
        step(Duration.ofSeconds(1));

        assertThat(runs).containsExactly("V-1#0");
    }

    @Test
    void movesWaitingJobToEarlierTimeAndNeverToLater() {
        handle(attempt -> Mono.just(Next.DONE));
        plan(Kind.OPEN, Duration.ofMinutes(10));
        plan(Kind.OPEN, Duration.ofMinutes(1));
        plan(Kind.OPEN, Duration.ofMinutes(5));

        assertThat(jobs()).isOne();
        step(Duration.ofMinutes(1));

        assertThat(runs).containsExactly("V-1#0");
    }

    @Test
    void runsAgainAfterwardsWhenPlannedWhileRunning() {
        handle(attempt -> runs.size() == 1
                ? TestStore.plan(store, planned(Kind.OPEN, Duration.ofSeconds(30))).thenReturn(Next.DONE)
                : Mono.just(Next.DONE));
        plan(Kind.OPEN, Duration.ZERO);
        runDue();
        assertThat(runs).containsExactly("V-1#0");

        step(Duration.ofSeconds(30));

        assertThat(runs).containsExactly("V-1#0", "V-1#0");
        assertThat(jobs()).isZero();
    }

    @Test
    void takesEarlierOfItsOwnAndTheWishedTimeWhenPlannedWhileRunning() {
        handle(attempt -> attempt == 0
                ? TestStore.plan(store, planned(Kind.OPEN, Duration.ofSeconds(10)))
                        .thenReturn(again(Duration.ofMinutes(9)))
                : Mono.just(Next.DONE));
        plan(Kind.OPEN, Duration.ZERO);
        runDue();

        step(Duration.ofSeconds(10));

        assertThat(runs).containsExactly("V-1#0", "V-1#1");
    }

    @Test
    void comesAgainAtTheTimeItsHandlerNames() {
        handle(attempt -> Mono.just(attempt < 2 ? again(Duration.ofMinutes(3)) : Next.DONE));
        plan(Kind.OPEN, Duration.ZERO);
        runDue();
        step(Duration.ofSeconds(179));
        assertThat(runs).containsExactly("V-1#0");
        step(Duration.ofSeconds(1));
        step(Duration.ofMinutes(3));

        assertThat(runs).containsExactly("V-1#0", "V-1#1", "V-1#2");
        assertThat(jobs()).isZero();
    }

    @Test
    void pausesLongerAfterEachFailure() {
        handle(attempt -> Mono.error(new IllegalStateException("not now")));
        plan(Kind.OPEN, Duration.ZERO);
        runDue();
        step(Duration.ofSeconds(2));
        assertThat(runs).containsExactly("V-1#0", "V-1#1");
        step(Duration.ofSeconds(3));
        assertThat(runs).hasSize(2);
        step(Duration.ofSeconds(1));
        assertThat(runs).hasSize(3);
    }

    @Test
    void neverPausesLongerThanTwoMinutes() {
        handle(attempt -> Mono.error(new IllegalStateException("not now")));
        plan(Kind.OPEN, Duration.ZERO);
        runDue();
        for (int failure = 1; failure <= 12; failure++) {
            step(Duration.ofMinutes(2));
        }
        assertThat(runs).hasSize(13);
    }

    @Test
    void leavesServiceAloneAsLongAsItAsks() {
        handle(attempt -> Mono.error(ApiException.of("webex", ApiException.Kind.LIMITED)
                .retryAfter(Duration.ofMinutes(7)).build()));
        plan(Kind.OPEN, Duration.ZERO);
        runDue();
        step(Duration.ofSeconds(419));
        assertThat(runs).hasSize(1);
        step(Duration.ofSeconds(1));
        assertThat(runs).hasSize(2);
    }

    @Test
    void givesAnOperatorAMinuteToPutANewTokenInPlace() {
        handle(attempt -> Mono.error(refused()));
        plan(Kind.OPEN, Duration.ZERO);
        runDue();
        step(Duration.ofSeconds(59));
        assertThat(runs).hasSize(1);
        step(Duration.ofSeconds(1));
        assertThat(runs).hasSize(2);
    }

    @Test
    void goesOnAtOnceWhereWhatFailedIsHastened() {
        handle(attempt -> attempt == 0 ? Mono.error(refused()) : Mono.just(Next.DONE));
        plan(Kind.OPEN, Duration.ZERO);
        runDue();
        StepVerifier.create(store.hastening().hasten()).expectComplete().verify(PATIENCE);
        runDue();

        assertThat(runs).containsExactly("V-1#0", "V-1#1");
        assertThat(jobs()).isZero();
    }

    @Test
    void leavesWhatIsOnlyPlannedAtItsTimeWhereTheRestIsHastened() {
        handle(attempt -> Mono.just(Next.DONE));
        plan(Kind.OPEN, Duration.ofMinutes(1));
        StepVerifier.create(store.hastening().hasten()).expectComplete().verify(PATIENCE);
        runDue();

        assertThat(runs).isEmpty();
    }

    @Test
    void letsCallsGoFirstThatSomebodyWaitsFor() {
        List<Boolean> marked = new CopyOnWriteArrayList<>();
        for (Kind kind : List.of(Kind.OPEN, Kind.TEXT, Kind.WAIT, Kind.REPORT)) {
            handle(kind, attempt -> Mono.deferContextual(context -> {
                marked.add(context.hasKey(Urgency.class));
                return Mono.just(Next.DONE);
            }));
            plan(kind, Duration.ZERO);
            runDue();
        }

        assertThat(marked).containsExactly(false, false, true, true);
    }

    @Test
    void comesBackALittleLaterWhereNobodyWaits() {
        handle(Kind.REPORT, attempt -> Mono.error(ApiException.of("webex", ApiException.Kind.LIMITED)
                .retryAfter(Duration.ofSeconds(30)).build()));
        plan(Kind.REPORT, Duration.ZERO);
        runDue();
        step(Duration.ofSeconds(35));
        assertThat(runs).hasSize(1);
        step(Duration.ofSeconds(1));
        assertThat(runs).hasSize(2);
    }

    @Test
    void keepsJobThatNobodyDoes() {
        plan(Kind.OPEN, Duration.ZERO);
        runDue();

        assertThat(jobs()).isOne();
    }

    @Test
    void plansNothingWhenTransactionIsRolledBack() {
        Mono<Object> undone = store.transactions().write(jdbc -> {
            store.jobs().plan(jdbc, List.of(planned(Kind.OPEN, Duration.ZERO)));
            throw new IllegalStateException("undone");
        });
        StepVerifier.create(undone).expectErrorMessage("undone").verify(PATIENCE);

        assertThat(jobs()).isZero();
    }

    @Test
    void keepsJobsAndAttemptsOverRestart() {
        handle(attempt -> Mono.just(attempt == 0 ? again(Duration.ofMinutes(1)) : Next.DONE));
        plan(Kind.OPEN, Duration.ZERO);
        runDue();
        restart();
        step(Duration.ofMinutes(1));

        assertThat(runs).containsExactly("V-1#0", "V-1#1");
    }

    @Test
    void goesOnWithWhatADeadProcessWasDoing() {
        handle(attempt -> Mono.just(Next.DONE));
        plan(Kind.OPEN, Duration.ZERO);
        test.jdbc().sql("update scheduled_tasks set picked = :yes, picked_by = 'gone', last_heartbeat = :then")
                .param("yes", true).param("then", java.sql.Timestamp.from(test.clock.instant())).update();
        step(Duration.ofSeconds(19));
        assertThat(runs).isEmpty();

        scheduler.runDeadExecutionDetection();
        runDue();

        assertThat(runs).containsExactly("V-1#0");
    }

    @Test
    void startsDueJobRightAfterCommit() throws Exception {
        CompletableFuture<String> ran = new CompletableFuture<>();
        handle(attempt -> Mono.fromSupplier(() -> {
            ran.complete("ran");
            return Next.DONE;
        }));
        StoredInbox inbox = store.inbox();
        JobScheduler real = store.scheduler(test.database, List.of());
        inbox.start();
        real.start();
        plan(Kind.OPEN, Duration.ZERO);

        assertThat(ran.get(20, TimeUnit.SECONDS)).isEqualTo("ran");
        real.stop();
        inbox.stop();
        assertThat(jobs()).isZero();
    }

    @Test
    void doesChoreAfterEachStart() throws Exception {
        for (int start = 0; start < 2; start++) {
            CompletableFuture<Boolean> done = new CompletableFuture<>();
            JobScheduler real = store.scheduler(test.database, List.of(chore(() -> done.complete(true))));
            real.start();
            assertThat(done.get(20, TimeUnit.SECONDS)).isTrue();
            real.stop();
        }
    }

    @Test
    void leavesChoreToTheInstanceThatIsAtIt() throws Exception {
        if (dialect == Dialect.SQLITE) {
            return;
        }
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch end = new CountDownLatch(1);
        JobScheduler first = store.scheduler(test.database, List.of(chore(() -> {
            begun.countDown();
            await(end);
        })));
        first.start();
        assertThat(begun.await(20, TimeUnit.SECONDS)).isTrue();
        restart();
        CompletableFuture<String> looked = new CompletableFuture<>();
        handle(attempt -> Mono.<Next>just(Next.DONE).doOnNext(done -> looked.complete("V-1")));
        JobScheduler second = store.scheduler(test.database, List.of(chore(() -> runs.add("chore"))));
        second.start();
        plan(Kind.OPEN, Duration.ZERO);
        looked.get(20, TimeUnit.SECONDS);
        end.countDown();
        second.stop();
        first.stop();

        assertThat(runs).containsExactly("V-1#0");
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await(20, TimeUnit.SECONDS);
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }

    private static Chore chore(Runnable work) {
        return new Chore() {
            @Override
            public String name() {
                return "chore";
            }

            @Override
            public Duration interval() {
                return Duration.ofHours(1);
            }

            @Override
            public void run(BooleanSupplier ending) {
                work.run();
            }
        };
    }

    private void restart() {
        store = test.store();
        time.set(test.clock.instant());
        TestHelper.ManualSchedulerBuilder builder = TestHelper.createManualScheduler(
                JobScheduler.shared(test.database), store.runner().task()).clock(time);
        JobScheduler.configured(builder, dialect);
        scheduler = builder.build();
    }

    private static ApiException refused() {
        return ApiException.of("instant-connect", ApiException.Kind.MISCONFIGURED).status(401).notProcessed().build();
    }

    private void handle(IntFunction<Mono<Next>> behaviour) {
        handle(Kind.OPEN, behaviour);
    }

    private void handle(Kind kind, IntFunction<Mono<Next>> behaviour) {
        test.jobHandlers.add(new JobHandler() {
            @Override
            public Kind kind() {
                return kind;
            }

            @Override
            public Mono<Next> run(String key, int attempt) {
                runs.add(key + "#" + attempt);
                return behaviour.apply(attempt);
            }
        });
    }

    private Next again(Duration after) {
        return new Next.Again(test.clock.instant().plus(after));
    }

    private void plan(Kind kind, Duration after) {
        StepVerifier.create(TestStore.plan(store, planned(kind, after))).expectComplete().verify(PATIENCE);
    }

    private PlannedJob planned(Kind kind, Duration after) {
        Instant due = test.clock.instant().plus(after);
        return PlannedJob.of(kind, "V-1", due);
    }

    private void step(Duration duration) {
        test.clock.step(duration);
        runDue();
    }

    private void runDue() {
        time.set(test.clock.instant());
        scheduler.runAnyDueExecutions();
    }

    private long jobs() {
        return test.count("scheduled_tasks", "task_name = 'job'");
    }
}
