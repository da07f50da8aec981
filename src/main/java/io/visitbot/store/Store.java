package io.visitbot.store;

import java.time.Duration;
import java.util.List;
import java.util.function.DoubleSupplier;
import java.util.function.Supplier;
import java.util.stream.Stream;

import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

import io.visitbot.platform.SharedClock;
import io.visitbot.store.InboxWrite.Mark;
import io.visitbot.visit.Job;
import io.visitbot.visit.JobHandler;
import io.visitbot.webhook.EventHandler;

/** All that stands on one open database. */
final class Store implements AutoCloseable {

    private static final Duration LEASE = Duration.ofSeconds(8);
    private static final int ARRIVALS = 4_096;
    private static final int QUEUED = 10_000;

    private final Surroundings surroundings;
    private final Scheduler threads;
    private final Transactions transactions;
    private final Instances instances;
    private final JobTable jobs;
    private final InboxWriter writer;
    private final InboxWorker worker;
    private final InboxSweep sweep;

    Store(Database database, Surroundings surroundings) {
        this(database, surroundings, database::connect);
    }

    Store(Database database, Surroundings surroundings, InboxWriter.ConnectionSource source) {
        SharedClock clock = surroundings.clock();
        InboxTable table = new InboxTable(database.dialect(), surroundings.name(), LEASE.toMillis(), clock);
        this.surroundings = surroundings;
        this.threads = Schedulers.newBoundedElastic(database.dialect().connections(), QUEUED, "store");
        this.transactions = new Transactions(database, threads);
        this.instances = switch (database.dialect()) {
            case SQLITE -> new OneInstance();
            case POSTGRESQL -> new ServerInstances(surroundings.name(), transactions, database::connect,
                    clock);
        };
        this.jobs = new JobTable(database.dialect(), clock, new Alarm());
        this.writer = new InboxWriter(table, source, database.turns(), ARRIVALS, this::take);
        this.worker = new InboxWorker(surroundings.events(), this::mark,
                surroundings.backOff(Duration.ofSeconds(2), Duration.ofMinutes(5)), clock, surroundings.timer(),
                surroundings.onDead());
        this.sweep = new InboxSweep(transactions, worker, table, instances, clock);
    }

    Transactions transactions() {
        return transactions;
    }

    Instances instances() {
        return instances;
    }

    JobTable jobs() {
        return jobs;
    }

    InboxWriter writer() {
        return writer;
    }

    int waiting() {
        return writer.waiting() + worker.waiting();
    }

    int inFlight() {
        return worker.inFlight();
    }

    InboxSweep sweep() {
        return sweep;
    }

    StoredInbox inbox() {
        return new StoredInbox(writer, worker, sweep, surroundings.clock(), surroundings.timer(), threads);
    }

    Hastening hastening() {
        return new Hastening(transactions, jobs, sweep, surroundings.clock());
    }

    JobRunner runner() {
        return new JobRunner(this::handler, transactions, jobs,
                surroundings.backOff(Duration.ofSeconds(2), Duration.ofMinutes(2)), surroundings.clock());
    }

    JobScheduler scheduler(Database database, List<Chore> chores) {
        return new JobScheduler(database, surroundings.name(), runner(), jobs, transactions, sweep, chores,
                instances, threads, surroundings.clock());
    }

    @Override
    public void close() {
        threads.dispose();
    }

    private void take(KeptEvent kept) {
        worker.take(kept);
    }

    private Mono<Boolean> mark(Mark mark) {
        return Mono.fromFuture(writer.mark(mark), true);
    }

    private JobHandler handler(Job.Kind kind) {
        return surroundings.jobs().get().filter(handler -> handler.kind() == kind).findFirst()
                .orElseThrow(() -> new IllegalStateException("nobody does jobs of kind " + kind));
    }

    /**
     * What a store is given.
     *
     * @param name of this process, another at each start
     * @param timer counts time and carries what does not block
     * @param events who works on events; asked for when the first one is there
     * @param jobs who works on jobs; asked for each time
     * @param chance gives values from 0 to 1
     * @param onDead is told of each event that is given up
     */
    record Surroundings(String name, SharedClock clock, Scheduler timer, Supplier<EventHandler> events,
            Supplier<Stream<JobHandler>> jobs, DoubleSupplier chance, Runnable onDead) {

        BackOff backOff(Duration first, Duration most) {
            return new BackOff(first, most, chance);
        }
    }
}
