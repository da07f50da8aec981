package io.visitbot.store;

import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Signal;
import reactor.core.scheduler.Scheduler;

/** Runs SQL on the store's own threads. What gives null becomes an empty {@code Mono}; what throws is undone. */
final class Transactions {

    private final Dialect dialect;
    private final JdbcClient jdbc;
    private final TransactionTemplate template;
    private final Turns turns;
    private final BooleanSupplier cutOff;
    private final Scheduler threads;

    Transactions(Database database, Scheduler threads) {
        this.dialect = database.dialect();
        this.jdbc = JdbcClient.create(database.pool());
        this.template = new TransactionTemplate(new JdbcTransactionManager(database.pool()));
        this.turns = database.turns();
        this.cutOff = database::isCutOff;
        this.threads = threads;
    }

    Dialect dialect() {
        return dialect;
    }

    /** Whether whatever is asked now waits for a connection, because there is none. */
    boolean isCutOff() {
        return cutOff.getAsBoolean();
    }

    /** Outside of any transaction, for threads that may block. */
    JdbcClient jdbc() {
        return jdbc;
    }

    <T> Mono<T> read(Function<JdbcClient, @Nullable T> work) {
        return toItsEnd(() -> work.apply(jdbc));
    }

    <T> Mono<T> write(Function<JdbcClient, @Nullable T> work) {
        return toItsEnd(() -> writeNow(work));
    }

    /**
     * Whoever gives up waiting does not interrupt what is being done. A failure travels as a value: once nobody waits for it,
     * it is nothing to fill the log with.
     */
    private <T> Mono<T> toItsEnd(Supplier<@Nullable T> work) {
        return Mono.fromFuture(() -> Mono.fromCallable(() -> outcome(work)).subscribeOn(threads).toFuture(), true)
                .dematerialize();
    }

    private static <T> Signal<T> outcome(Supplier<@Nullable T> work) {
        try {
            T value = work.get();
            return value == null ? Signal.complete() : Signal.next(value);
        } catch (RuntimeException failure) {
            return Signal.error(failure);
        }
    }

    /** On the calling thread, which must be one that may block. */
    <T> @Nullable T writeNow(Function<JdbcClient, @Nullable T> work) {
        turns.begin();
        try {
            return template.execute(status -> work.apply(jdbc));
        } finally {
            turns.end();
        }
    }
}
