package io.visitbot.store;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Collection;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

import io.visitbot.store.InboxWrite.Arrival;
import io.visitbot.store.InboxWrite.Mark;

/**
 * The statements of the inbox's writer, on its own connection.
 *
 * @param owner this process's name
 * @param lease how many milliseconds a new event is ours before another process may take it
 */
record InboxTable(Dialect dialect, String owner, long lease, Clock clock) {

    private static final String COLUMNS = "insert into inbox (event_id, resource, event, body, received_at, state, "
            + "attempts, next_at, owner) ";
    private static final String ONE = COLUMNS + "values (?, ?, ?, ?, ?, 'open', 0, ?, ?) on conflict do nothing";
    private static final String MANY = COLUMNS + "select id, resource, event, body, at, 'open', 0, ?, ? "
            + "from unnest(?, ?, ?, ?, ?) as new (id, resource, event, body, at) "
            + "on conflict do nothing returning event_id";
    private static final String MARK = "update inbox set state = ?, attempts = ?, next_at = ?, owner = null, cut = cut or ?, "
            + "body = case when ? then body else '' end where event_id = ? and state = 'open' and (owner = ? or ?)";

    /** When what is taken now may be another process's, unless the lease is renewed. */
    long leaseEnd() {
        return clock.millis() + lease;
    }

    /**
     * Inserts those that are not there, and gives their ids, in a set to be used up. No id may come twice; processes that
     * insert the same ones at the same time must have them in the same order.
     */
    Set<String> insert(Connection connection, Collection<Arrival> arrivals, long leaseEnd) throws SQLException {
        if (arrivals.isEmpty()) {
            return new HashSet<>();
        }
        return switch (dialect) {
            case SQLITE -> insertEach(connection, arrivals, leaseEnd);
            case POSTGRESQL -> insertAll(connection, arrivals, leaseEnd);
        };
    }

    /**
     * Writes down how the work stands; what is finished with loses its body. What another process has taken over meanwhile is
     * its own to give back, and what is done stays done.
     */
    void mark(Connection connection, Collection<Mark> marks) throws SQLException {
        if (marks.isEmpty()) {
            return;
        }
        try (PreparedStatement statement = connection.prepareStatement(MARK)) {
            for (Mark mark : marks) {
                statement.setString(1, mark.state().column());
                statement.setInt(2, mark.attempts());
                statement.setLong(3, mark.nextAt());
                statement.setBoolean(4, mark.cut());
                statement.setBoolean(5, mark.state() == InboxWrite.State.OPEN);
                statement.setString(6, mark.id());
                statement.setString(7, owner);
                statement.setBoolean(8, mark.state() == InboxWrite.State.DONE);
                statement.addBatch();
            }
            statement.executeBatch();
        }
    }

    private Set<String> insertEach(Connection connection, Collection<Arrival> arrivals, long leaseEnd)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(ONE)) {
            for (Arrival arrival : arrivals) {
                statement.setString(1, arrival.event().id());
                statement.setString(2, arrival.event().resource());
                statement.setString(3, arrival.event().event());
                statement.setString(4, arrival.event().body());
                statement.setLong(5, arrival.receivedAt());
                statement.setLong(6, leaseEnd);
                statement.setString(7, owner);
                statement.addBatch();
            }
            return inserted(arrivals, statement.executeBatch());
        }
    }

    private static Set<String> inserted(Collection<Arrival> arrivals, int[] counts) {
        Set<String> ids = new HashSet<>();
        Iterator<Arrival> next = arrivals.iterator();
        for (int count : counts) {
            String id = next.next().event().id();
            if (count == 1) {
                ids.add(id);
            }
        }
        return ids;
    }

    private Set<String> insertAll(Connection connection, Collection<Arrival> arrivals, long leaseEnd)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(MANY)) {
            statement.setLong(1, leaseEnd);
            statement.setString(2, owner);
            statement.setArray(3, texts(connection, arrivals, arrival -> arrival.event().id()));
            statement.setArray(4, texts(connection, arrivals, arrival -> arrival.event().resource()));
            statement.setArray(5, texts(connection, arrivals, arrival -> arrival.event().event()));
            statement.setArray(6, texts(connection, arrivals, arrival -> arrival.event().body()));
            statement.setArray(7, connection.createArrayOf("bigint",
                    arrivals.stream().map(Arrival::receivedAt).toArray(Long[]::new)));
            return returned(statement);
        }
    }

    private static Array texts(Connection connection, Collection<Arrival> arrivals, Function<Arrival, String> value)
            throws SQLException {
        List<String> values = arrivals.stream().map(value).toList();
        return connection.createArrayOf("text", values.toArray());
    }

    private static Set<String> returned(PreparedStatement statement) throws SQLException {
        Set<String> ids = new HashSet<>();
        try (ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                ids.add(rows.getString(1));
            }
        }
        return ids;
    }
}
