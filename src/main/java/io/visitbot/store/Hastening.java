package io.visitbot.store;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.temporal.ChronoUnit;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import reactor.core.publisher.Mono;

import io.visitbot.platform.Failure;

/** Lets what failed before be tried at once, where somebody knows that the reason has gone: a token that is well again. */
final class Hastening {

    private static final Logger LOG = LoggerFactory.getLogger(Hastening.class);
    private static final String EVENTS = """
            update inbox set next_at = :now where state = 'open' and attempts > 0 and owner is null and next_at > :now""";
    private static final String JOBS = """
            update scheduled_tasks set execution_time = :now, version = version + 1
            where task_name = 'job' and picked = :no and consecutive_failures > 0 and execution_time > :now""";

    private final Transactions transactions;
    private final JobTable jobs;
    private final InboxSweep sweep;
    private final Clock clock;

    Hastening(Transactions transactions, JobTable jobs, InboxSweep sweep, Clock clock) {
        this.transactions = transactions;
        this.jobs = jobs;
        this.sweep = sweep;
        this.clock = clock;
    }

    Mono<Void> hasten() {
        return transactions.write(this::due).doOnNext(_ -> sweep.sweep()).doOnNext(_ -> jobs.alarm().ring())
                .doOnError(error -> LOG.warn("what waits was not hastened: {}", Failure.words(error)))
                .onErrorComplete().then();
    }

    private Boolean due(JdbcClient jdbc) {
        jdbc.sql(EVENTS).param("now", clock.millis()).update();
        jdbc.sql(JOBS).param("now", Timestamp.from(clock.instant().truncatedTo(ChronoUnit.MILLIS))).param("no", false)
                .update();
        return true;
    }
}
