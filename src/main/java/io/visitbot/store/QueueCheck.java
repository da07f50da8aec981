package io.visitbot.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.springframework.jdbc.core.simple.JdbcClient;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

import io.visitbot.platform.Check;
import io.visitbot.visit.Job;

/**
 * Whether accepted events and planned jobs are being worked on. What waits for its next try in good order is no trouble, and
 * what waits for a visit's end is not counted.
 */
final class QueueCheck implements Check {

    private static final Duration LONGEST = Duration.ofSeconds(2);
    private static final Duration LATE = Duration.ofMinutes(5);
    private static final String WORK = Stream.of(Job.Kind.values()).filter(Job.Kind::isDate)
            .map(kind -> "task_instance not like '" + JobTable.id(new Job(kind, "%")) + "'")
            .collect(Collectors.joining(" and "));
    private static final String COUNT = """
            select events.open as events, events.oldest as oldest, events.due as event_due,
                   jobs.open as jobs, jobs.due as job_due
            from (select count(*) as open, min(received_at) as oldest, min(next_at) as due
                  from inbox where state = 'open') as events,
                 (select count(case when %s then 1 end) as open,
                         min(case when picked then null else execution_time end) as due
                  from scheduled_tasks where task_name = 'job') as jobs""".formatted(WORK);

    private final Transactions transactions;
    private final BooleanSupplier writing;
    private final BooleanSupplier full;
    private final Clock clock;
    private final Scheduler timer;

    /** {@code writing} says whether the inbox's writer lives, {@code full} whether it has no room. */
    QueueCheck(Transactions transactions, BooleanSupplier writing, BooleanSupplier full, Clock clock,
            Scheduler timer) {
        this.transactions = transactions;
        this.writing = writing;
        this.full = full;
        this.clock = clock;
        this.timer = timer;
    }

    @Override
    public String name() {
        return "Work queue";
    }

    @Override
    public boolean local() {
        return true;
    }

    @Override
    public Mono<Result> run() {
        return transactions.read(this::count).map(this::judge).timeout(LONGEST, timer)
                .onErrorResume(error -> Mono.just(Result.wrong("can't be counted", "see the line on the database")));
    }

    private Counts count(JdbcClient jdbc) {
        return jdbc.sql(COUNT).query((row, number) -> counts(row)).single();
    }

    private Counts counts(ResultSet row) throws SQLException {
        long now = clock.millis();
        long eventDue = row.getLong("events") == 0 ? now : row.getLong("event_due");
        long jobDue = row.getTimestamp("job_due") == null ? now : row.getTimestamp("job_due").getTime();
        long oldest = row.getLong("events") == 0 ? now : row.getLong("oldest");
        return new Counts(row.getLong("events"), row.getLong("jobs"), Duration.ofMillis(Math.max(0, now - oldest)),
                Duration.ofMillis(now - Math.min(eventDue, jobDue)));
    }

    private Result judge(Counts counts) {
        if (!writing.getAsBoolean()) {
            return Result.wrong("the writer of events has ended", "restart Visit and look at the log for the cause");
        }
        if (full.getAsBoolean()) {
            return Result.wrong("no room for more events: " + counts.words(), "look at the database's disk and load");
        }
        return counts.late().compareTo(LATE) > 0
                ? Result.wrong("work lies untouched for " + counts.late().toMinutes() + " minutes: " + counts.words(),
                        "restart Visit and look at the log for the cause")
                : Result.ok(counts.words());
    }

    private record Counts(long events, long jobs, Duration oldest, Duration late) {

        String words() {
            return events + (events == 1 ? " event" : " events")
                    + (events == 0 ? "" : " (the oldest " + oldest.toSeconds() + " s old)") + " and " + jobs
                    + (jobs == 1 ? " job" : " jobs") + " unfinished";
        }
    }
}
