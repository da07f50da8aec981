package io.visitbot.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;

import io.visitbot.store.InboxWrite.Arrival;
import io.visitbot.store.InboxWrite.Mark;
import io.visitbot.webhook.Inbox.Receipt;
import io.visitbot.webhook.VerifiedEvent;

/**
 * The one thread that writes the inbox: puts what has gathered into one transaction, in the order of the ids, so that two
 * instances never wait for each other, and tells everybody after the commit.
 * After a failure it goes on with a new connection; marks are then written later, new events refused.
 */
final class InboxWriter {

    private static final Logger LOG = LoggerFactory.getLogger(InboxWriter.class);
    private static final int BATCH = 512;

    private final LinkedBlockingQueue<InboxWrite> queue = new LinkedBlockingQueue<>();
    private final List<Mark> unwritten = new ArrayList<>();
    private final Semaphore room;
    private final InboxTable table;
    private final ConnectionSource source;
    private final Turns turns;
    private final Consumer<KeptEvent> next;
    private final Thread thread;
    private volatile boolean refusing;
    private volatile boolean closing;
    private @Nullable Connection connection;
    private int failures;

    /** {@code most} arrivals wait at the same time; {@code next} is given each new event after the commit and must not block. */
    InboxWriter(InboxTable table, ConnectionSource source, Turns turns, int most, Consumer<KeptEvent> next) {
        this.table = table;
        this.source = source;
        this.turns = turns;
        this.room = new Semaphore(most);
        this.next = next;
        this.thread = Thread.ofPlatform().name("inbox-writer").daemon().unstarted(this::run);
    }

    void start() {
        thread.start();
    }

    CompletableFuture<Receipt> accept(VerifiedEvent event, long receivedAt) {
        if (refusing || !room.tryAcquire()) {
            return CompletableFuture.completedFuture(Receipt.FULL);
        }
        Arrival arrival = new Arrival(event, receivedAt, new CompletableFuture<>());
        queue.add(arrival);
        return arrival.receipt();
    }

    /** Gives true when the mark is on disk, false where the program ends before it could be. */
    CompletableFuture<Boolean> mark(Mark mark) {
        queue.add(mark);
        return mark.written();
    }

    boolean isAlive() {
        return thread.isAlive();
    }

    boolean isFull() {
        return room.availablePermits() == 0;
    }

    int waiting() {
        return queue.size();
    }

    /** From now on every new event is told {@code FULL}. */
    void refuse() {
        refusing = true;
    }

    /** Refuses new events, writes what waits and ends. */
    void end() throws InterruptedException {
        refuse();
        closing = true;
        thread.join(TimeUnit.SECONDS.toMillis(15));
    }

    private void run() {
        List<InboxWrite> batch = new ArrayList<>(BATCH);
        while (!closing || !queue.isEmpty()) {
            if (gather(batch)) {
                write(batch);
                batch.clear();
            }
        }
        disconnect();
        queue.forEach(this::refuse);
    }

    private boolean gather(List<InboxWrite> batch) {
        InboxWrite first = poll();
        batch.addAll(unwritten);
        unwritten.clear();
        if (first != null) {
            batch.add(first);
            queue.drainTo(batch, BATCH - 1);
        }
        return !batch.isEmpty();
    }

    private @Nullable InboxWrite poll() {
        try {
            return queue.poll(100, TimeUnit.MILLISECONDS);
        } catch (InterruptedException asked) {
            closing = true;
            return queue.poll();
        }
    }

    private void write(List<InboxWrite> batch) {
        Map<String, Arrival> arrivals = new TreeMap<>();
        List<Mark> marks = new ArrayList<>();
        for (InboxWrite write : batch) {
            switch (write) {
                case Arrival arrival -> arrivals.putIfAbsent(arrival.event().id(), arrival);
                case Mark mark -> marks.add(mark);
            }
        }
        marks.sort(Comparator.comparing(Mark::id));
        try {
            long leaseEnd = table.leaseEnd();
            Set<String> fresh = commit(arrivals, marks, leaseEnd);
            noteSuccess();
            batch.forEach(write -> tell(write, fresh, leaseEnd));
        } catch (SQLException | RuntimeException failure) {
            noteFailure(failure, batch.size());
            disconnect();
            batch.forEach(this::refuse);
        }
    }

    private void noteSuccess() {
        if (failures > 0) {
            LOG.info("inbox written again after {} failed attempts", failures);
        }
        failures = 0;
    }

    /** One line for an outage, however often it is tried meanwhile. */
    private void noteFailure(Exception failure, int waiting) {
        LOG.atLevel(failures++ == 0 ? Level.WARN : Level.DEBUG).log(
                "inbox not written, {} waiting, new events are refused: {}", waiting, Trouble.of(failure).finding());
    }

    private Set<String> commit(Map<String, Arrival> arrivals, List<Mark> marks, long leaseEnd) throws SQLException {
        Connection open = connected();
        turns.begin();
        try {
            open.setAutoCommit(false);
            Set<String> fresh = table.insert(open, arrivals.values(), leaseEnd);
            table.mark(open, marks);
            open.commit();
            open.setAutoCommit(true);
            return fresh;
        } finally {
            turns.end();
        }
    }

    private void tell(InboxWrite write, Set<String> fresh, long leaseEnd) {
        switch (write) {
            case Arrival arrival -> tell(arrival, fresh.remove(arrival.event().id()), leaseEnd);
            case Mark mark -> mark.written().complete(true);
        }
    }

    private void tell(Arrival arrival, boolean isNew, long leaseEnd) {
        room.release();
        if (isNew) {
            next.accept(new KeptEvent(arrival.event(), 0, arrival.receivedAt(), false, leaseEnd));
        }
        arrival.receipt().complete(isNew ? Receipt.ACCEPTED : Receipt.DUPLICATE);
    }

    private void refuse(InboxWrite write) {
        switch (write) {
            case Arrival arrival -> {
                room.release();
                arrival.receipt().complete(Receipt.FAILED);
            }
            case Mark mark when closing -> mark.written().complete(false);
            case Mark mark -> unwritten.add(mark);
        }
    }

    private Connection connected() throws SQLException {
        Connection open = connection == null ? source.open() : connection;
        connection = open;
        return open;
    }

    private void disconnect() {
        try {
            if (connection != null) {
                connection.close();
            }
        } catch (SQLException alreadyGone) {
            LOG.debug("closing the inbox's connection", alreadyGone);
        }
        connection = null;
    }

    /** Opens a connection of one's own. */
    interface ConnectionSource {

        Connection open() throws SQLException;
    }
}
