package io.visitbot.store;

import java.time.Duration;
import java.util.Optional;

import reactor.core.publisher.Mono;

import io.visitbot.platform.Check;

/** Whether this machine's clock is PostgreSQL's. Readiness does not look at it, since the instances go by PostgreSQL's. */
final class ClockCheck implements Check {

    static final String CURE = "have the time of both machines set by NTP (timedatectl shows whether it is); I go by "
            + "PostgreSQL's until then, and a wrong one shows in times and in what the services take for expired";

    private final Instances instances;
    private final Dialect dialect;

    ClockCheck(Instances instances, Dialect dialect) {
        this.instances = instances;
        this.dialect = dialect;
    }

    @Override
    public String name() {
        return "Clock";
    }

    @Override
    public Mono<Result> run() {
        return Mono.fromSupplier(this::result);
    }

    @Override
    public Optional<Result> glance() {
        return dialect == Dialect.POSTGRESQL ? Optional.of(result()) : Optional.empty();
    }

    static String finding(Duration ahead) {
        return "this machine's clock is " + ahead.abs().toSeconds() + " s "
                + (ahead.isNegative() ? "behind" : "ahead of")
                + " PostgreSQL's";
    }

    private Result result() {
        Duration ahead = instances.ahead();
        if (!ahead.isZero()) {
            return Result.wrong(finding(ahead), CURE);
        }
        return Result.ok(switch (dialect) {
            case SQLITE -> "there is one instance, which goes by its own";
            case POSTGRESQL -> "in step with PostgreSQL's";
        });
    }
}
