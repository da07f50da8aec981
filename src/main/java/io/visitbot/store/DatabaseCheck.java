package io.visitbot.store;

import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.TimeoutException;

import org.springframework.jdbc.core.simple.JdbcClient;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

import io.visitbot.platform.Check;

/** Whether the database can be read and written within two seconds. */
final class DatabaseCheck implements Check {

    private static final Duration LONGEST = Duration.ofSeconds(2);
    private static final String WRITE = """
            insert into setting (name, value) values ('checked-at', :now)
            on conflict (name) do update set value = excluded.value""";

    private final Transactions transactions;
    private final Clock clock;
    private final Scheduler timer;

    DatabaseCheck(Transactions transactions, Clock clock, Scheduler timer) {
        this.transactions = transactions;
        this.clock = clock;
        this.timer = timer;
    }

    @Override
    public String name() {
        return "Database";
    }

    @Override
    public boolean local() {
        return true;
    }

    @Override
    public Mono<Result> run() {
        return transactions.write(this::write).thenReturn(Result.ok(words() + " reads and writes"))
                .timeout(LONGEST, timer).onErrorResume(error -> Mono.just(wrong(error)));
    }

    private Integer write(JdbcClient jdbc) {
        return jdbc.sql(WRITE).param("now", clock.instant().toString()).update();
    }

    private String words() {
        return switch (transactions.dialect()) {
            case SQLITE -> "SQLite";
            case POSTGRESQL -> "PostgreSQL";
        };
    }

    private Result wrong(Throwable error) {
        if (error instanceof TimeoutException && !transactions.isCutOff()) {
            return Result.wrong(words() + " does not answer within 2 seconds", "look at its disk and its load"
                    + (transactions.dialect() == Dialect.POSTGRESQL ? ", and at the network to it" : ""));
        }
        Trouble trouble = error instanceof TimeoutException ? Trouble.unreachable() : Trouble.of(error);
        return Result.wrong(words() + ": " + trouble.finding(), trouble.cure());
    }
}
