package io.visitbot.store;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

import io.visitbot.audit.Chain;
import io.visitbot.platform.Settings;
import io.visitbot.platform.SharedClock;
import io.visitbot.visit.JobHandler;
import io.visitbot.visit.PlannedJob;
import io.visitbot.webhook.Delivery;
import io.visitbot.webhook.VerifiedEvent;

/** A store on a database of its own, with a stepped clock and no chance; can be "killed" and made again. */
final class TestStore implements AutoCloseable {

    static final String KEY = "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=";
    static final String OTHER_KEY = "ICEiIyQlJicoKSorLC0uLzAxMjM0NTY3ODk6Ozw9Pj8=";

    final SteppedClock clock = new SteppedClock();
    final Database database;
    final List<JobHandler> jobHandlers = new CopyOnWriteArrayList<>();
    final AtomicInteger dead = new AtomicInteger();
    final List<Connection> writers = new CopyOnWriteArrayList<>();
    volatile boolean broken;
    volatile boolean deaf;
    volatile Work eventHandler = (event, attempt) -> Mono.empty();
    final Queue<Delivery> deliveries = new ConcurrentLinkedQueue<>();
    private final List<Store> stores = new ArrayList<>();

    TestStore(Dialect dialect, Path folder) {
        this(switch (dialect) {
            case SQLITE -> StoreSettings.at(folder.resolve("visit.db"));
            case POSTGRESQL -> PostgresServer.freshSettings();
        });
    }

    /** On a database that may hold something; it is brought to the newest schema. */
    TestStore(StoreSettings settings) {
        this.database = Database.open(settings);
        database.flyway().migrate();
    }

    /** Its vault, with these keys: {@code off}, or the first encrypts. */
    Vault vault(String... keys) {
        return VaultDoor.open(database, encryption(keys), new Random(7));
    }

    static EncryptionSettings encryption(String... keys) {
        return EncryptionSettings.read(new Settings(
                name -> name.equals("VISIT_ENCRYPTION_KEY") ? String.join(",", keys) : null));
    }

    /** What a newly started process would have, on the same database. */
    Store store() {
        return store(clock);
    }

    /** The same on a machine with this clock. */
    Store store(Clock machine) {
        Store store = new Store(database, new Store.Surroundings("process-" + stores.size(), new SharedClock(machine),

                Schedulers.parallel(), () -> this::handle,
                this::jobHandlers, () -> 0, dead::incrementAndGet), this::connect);
        stores.add(store);
        return store;
    }

    /** Plans jobs that stand alone. */
    static Mono<Void> plan(Store store, PlannedJob... planned) {
        return store.transactions().write(jdbc -> {
            store.jobs().plan(jdbc, List.of(planned));
            return true;
        }).then();
    }

    private Mono<Void> handle(Delivery delivery) {
        deliveries.add(delivery);
        return eventHandler.handle(delivery.event(), delivery.attempt());
    }

    /** What is done about an event. */
    interface Work {

        Mono<Void> handle(VerifiedEvent event, int attempt);
    }

    AuditTable audit() {
        return new AuditTable(database.dialect(), Chain.plain(), clock);
    }

    JdbcClient jdbc() {
        return JdbcClient.create(database.pool());
    }

    long count(String table, String condition) {
        return jdbc().sql("select count(*) from " + table + " where " + condition).query(Long.class).single();
    }

    @Override
    public void close() {
        stores.forEach(TestStore::end);
        database.close();
    }

    private static void end(Store store) {
        try {
            store.writer().end();
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
        store.close();
    }

    private Stream<JobHandler> jobHandlers() {
        return jobHandlers.stream();
    }

    private Connection connect() throws SQLException {
        if (broken) {
            throw new SQLException("the database is away", "08006");
        }
        Connection connection = database.connect();
        writers.add(connection);
        return (Connection) Proxy.newProxyInstance(getClass().getClassLoader(), new Class<?>[]{Connection.class},
                (proxy, method, arguments) -> call(connection, method, arguments));
    }

    /** While {@code deaf}, what is committed is on disk and nobody hears of it. */
    private @Nullable Object call(Connection connection, Method method, Object @Nullable [] arguments)
            throws Throwable {
        try {
            Object answer = method.invoke(connection, arguments);
            if (deaf && method.getName().equals("commit")) {
                throw new SQLException("the connection was cut", "08006");
            }
            return answer;
        } catch (InvocationTargetException failure) {
            throw failure.getTargetException();
        }
    }
}
