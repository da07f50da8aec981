package io.visitbot.store;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerBuilder;
import com.github.kagkarlsson.scheduler.exceptions.TaskInstanceException;
import com.github.kagkarlsson.scheduler.logging.LogLevel;
import com.github.kagkarlsson.scheduler.task.TaskInstanceId;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;

/**
 * Starts durable work when everything else stands, and ends it first: what is left goes on at the next start, or on another
 * instance. A job of an instance that died is found within 10 seconds (four missed heartbeats, a look for them and a poll),
 * an event within 11 (its lease, a sweep and a poll).
 */
final class JobScheduler implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(JobScheduler.class);
    private static final int THREADS = 16;

    private final Scheduler scheduler;
    private final Transactions transactions;
    private final JobTable jobs;
    private final InboxSweep sweep;
    private final List<Chore> chores;
    private final Clock clock;
    private volatile boolean running;

    JobScheduler(Database database, String name, JobRunner runner, JobTable jobs, Transactions transactions,
            InboxSweep sweep, List<Chore> chores, Instances instances, reactor.core.scheduler.Scheduler threads,
            Clock clock) {
        this.transactions = transactions;
        this.jobs = jobs;
        this.sweep = sweep;
        this.chores = chores;
        this.clock = clock;
        this.scheduler = configured(Scheduler.create(shared(database), runner.task()), database.dialect())
                .clock(clock::instant).schedulerName(() -> name).threads(THREADS).executorService(threads())
                .addSchedulerListener(new SchedulerWatch())
                .startTasks(recurring(database.dialect())).build();
        jobs.alarm().wakes(scheduler::triggerCheckForDueExecutions);
        instances.listen(InboxSweep.RELEASED, words -> threads.schedule(this::hurry));
    }

    /** The connections, so that what is done on them is part of a running transaction. */
    static TransactionAwareDataSourceProxy shared(Database database) {
        return new TransactionAwareDataSourceProxy(database.pool());
    }

    /** Without a database, each try to begin a job ends one of these; health says what is wrong, so the log need not. */
    private static ExecutorService threads() {
        return Executors.newFixedThreadPool(THREADS, Thread.ofPlatform().name("jobs-", 0)
                .uncaughtExceptionHandler((thread, error) -> LOG.debug("a job was not begun", error)).factory());
    }

    static SchedulerBuilder configured(SchedulerBuilder builder, Dialect dialect) {
        builder.serializer(new JobData()).pollingInterval(Duration.ofSeconds(1))
                .heartbeatInterval(dialect.heartbeat()).missedHeartbeatsLimit(4)
                .shutdownMaxWait(Duration.ofSeconds(20)).failureLogging(LogLevel.DEBUG, true);
        return switch (dialect) {
            case SQLITE -> builder.pollUsingFetch(0.5, 3).alwaysPersistTimestampInUTC();
            case POSTGRESQL -> builder.pollUsingLockAndFetch(0.5, 1);
        };
    }

    @Override
    public void start() {
        if (transactions.dialect() == Dialect.SQLITE) {
            transactions.writeNow(this::release);
        }
        scheduler.start();
        quietly("sweep", sweep::resume);
        chores.forEach(chore -> quietly(chore.name(), () -> bringForward(chore)));
        scheduler.triggerCheckForDueExecutions();
        running = true;
    }

    @Override
    public void stop() {
        running = false;
        scheduler.stop();
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** Looks at once for what another instance has left. */
    private void hurry() {
        if (running) {
            scheduler.triggerCheckForDueExecutions();
            quietly("sweep", sweep::sweep);
        }
    }

    private boolean release(JdbcClient jdbc) {
        jobs.release(jdbc);
        return true;
    }

    private List<RecurringTask<Void>> recurring(Dialect dialect) {
        Stream<RecurringTask<Void>> ours = Stream.of(
                Tasks.recurring("inbox-sweep", FixedDelay.of(dialect.sweep()))
                        .execute((instance, context) -> quietly("sweep", sweep::sweep)),
                Tasks.recurring("inbox-purge", FixedDelay.ofHours(1))
                        .execute((instance, context) -> quietly("purge", sweep::purge)));
        return Stream.concat(ours, chores.stream().map(JobScheduler::recurring)).toList();
    }

    private static RecurringTask<Void> recurring(Chore chore) {
        return Tasks.recurring(chore.name(), FixedDelay.of(chore.interval())).execute((instance, context) -> quietly(
                chore.name(), () -> chore.run(context.getSchedulerState()::isShuttingDown)));
    }

    /** Has it done after this start; where another instance is at it, that is as good. */
    private void bringForward(Chore chore) {
        try {
            scheduler.reschedule(TaskInstanceId.of(chore.name(), RecurringTask.INSTANCE), clock.instant());
        } catch (TaskInstanceException beingDone) {
            LOG.debug("{} is being done already", chore.name());
        }
    }

    private static void quietly(String what, Runnable work) {
        try {
            work.run();
        } catch (RuntimeException failure) {
            LOG.warn("{} failed: {}", what, Trouble.of(failure).finding());
        }
    }
}
