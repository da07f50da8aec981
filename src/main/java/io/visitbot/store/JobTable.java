package io.visitbot.store;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Optional;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

import io.visitbot.visit.Job;
import io.visitbot.visit.PlannedJob;

/**
 * Plans jobs within a transaction, in db-scheduler's table. Its own client can't say in one statement what is needed here: a
 * job that waits is moved to the earlier time, and one that is being worked on is noted to run again (column {@code wish}).
 */
record JobTable(Dialect dialect, Clock clock, Alarm alarm) {

    /** The name under which db-scheduler knows all jobs. */
    static final String TASK = "job";

    private static final String PLAN = """
            insert into scheduled_tasks as t (task_name, task_instance, task_data, execution_time, picked, version)
            values ('job', :id, :attempt, :due, :no, 1)
            on conflict (task_name, task_instance) do update set
                execution_time = case when t.picked or t.execution_time < excluded.execution_time
                    then t.execution_time else excluded.execution_time end,
                wish = case when t.picked and (t.wish is null or t.wish > excluded.execution_time)
                    then excluded.execution_time else t.wish end""";
    private static final String WISH = """
            select wish from scheduled_tasks where task_name = 'job' and task_instance = :id and wish is not null""";
    private static final String LOCK = """
            select version from scheduled_tasks where task_name = 'job' and task_instance = :id""";

    static String id(Job job) {
        return job.kind() + ":" + job.key();
    }

    static Job job(String id) {
        int colon = id.indexOf(':');
        return new Job(Job.Kind.valueOf(id.substring(0, colon)), id.substring(colon + 1));
    }

    /** Takes part in the running transaction; what is due begins right after its commit. */
    void plan(JdbcClient jdbc, Collection<PlannedJob> jobs) {
        Instant now = clock.instant();
        for (PlannedJob planned : jobs) {
            jdbc.sql(PLAN).param("id", id(planned.job())).param("attempt", JobData.bytes(0))
                    .param("due", timestamp(planned.due())).param("no", false).update();
        }
        if (jobs.stream().anyMatch(planned -> !planned.due().isAfter(now))) {
            ringAfterCommit();
        }
    }

    /** Locks the job's row, and gives and forgets when it shall run again. */
    Optional<Instant> takeWish(JdbcClient jdbc, String id) {
        jdbc.sql(LOCK + dialect.forUpdate()).param("id", id).query(Long.class).optional();
        Optional<Instant> wish = jdbc.sql(WISH).param("id", id).query((row, number) -> row.getTimestamp(1).toInstant())
                .optional();
        wish.ifPresent(at -> forgetWish(jdbc, id));
        return wish;
    }

    /** After a start on a file of our own: what the last process was working on when it died is free again. */
    void release(JdbcClient jdbc) {
        jdbc.sql("""
                update scheduled_tasks set picked = :no, picked_by = null, last_heartbeat = null, version = version + 1
                where picked = :yes""").param("no", false).param("yes", true).update();
    }

    private void forgetWish(JdbcClient jdbc, String id) {
        jdbc.sql("update scheduled_tasks set wish = null where task_name = 'job' and task_instance = :id")
                .param("id", id).update();
        ringAfterCommit();
    }

    private void ringAfterCommit() {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                alarm.ring();
            }
        });
    }

    private static Timestamp timestamp(Instant time) {
        return Timestamp.from(time.truncatedTo(ChronoUnit.MILLIS));
    }
}
