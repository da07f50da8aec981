package io.visitbot.store;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import io.visitbot.store.InboxWriter.ConnectionSource;

/**
 * The connection of its own on which an instance hears of the others and holds the lock of the one that leads. The server
 * frees the lock as soon as the connection is gone, so nobody has to guess whether its holder lives. Where the server was
 * away, it connects again.
 */
final class ServerLine {

    /** The channel's name in SQL: each schema has one of its own, since a server's channels are those of the database. */
    static final String CHANNEL = "'visit_' || md5(current_schema())";

    private static final Logger LOG = LoggerFactory.getLogger(ServerLine.class);
    private static final Duration LOOK = Duration.ofSeconds(5);
    private static final Duration PAUSE = Duration.ofSeconds(1);
    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final String LEAD = "select pg_try_advisory_lock(86448, hashtext(current_schema()))";
    private static final String ALIVE = "select true";

    private final ConnectionSource source;
    private final ServerTime time;
    private final Consumer<String> heard;
    private final Runnable missed;
    private final Thread thread = Thread.ofPlatform().name("instances").daemon().unstarted(this::run);
    private final CountDownLatch ending = new CountDownLatch(1);
    private volatile @Nullable Connection connection;
    private volatile boolean leading;
    private boolean cut;

    /** {@code heard} is given what was said, and {@code missed} told that something may not have been; neither may block. */
    ServerLine(ConnectionSource source, ServerTime time, Consumer<String> heard, Runnable missed) {
        this.source = source;
        this.time = time;
        this.heard = heard;
        this.missed = missed;
    }

    void start() {
        thread.start();
    }

    /** Hears and leads no more. */
    void end() {
        ending.countDown();
        Connection open = connection;
        try {
            if (open != null) {
                open.abort(Runnable::run);
            }
            thread.join(PATIENCE);
        } catch (SQLException alreadyGone) {
            LOG.debug("cutting the line", alreadyGone);
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
    }

    boolean isAlive() {
        return thread.isAlive() && goesOn();
    }

    boolean isLeading() {
        return leading;
    }

    private boolean goesOn() {
        return ending.getCount() > 0;
    }

    private void run() {
        do {
            try (Connection open = source.open()) {
                connection = open;
                hold(open);
            } catch (SQLException | RuntimeException away) {
                lost(away);
            }
            leading = false;
        } while (!endsWithin(PAUSE));
    }

    private void hold(Connection open) throws SQLException {
        try (Statement statement = open.createStatement()) {
            statement.execute("listen " + statement.enquoteIdentifier(channel(statement), true));
            heal();
            while (goesOn()) {
                time.measure(statement);
                leading = isTrue(statement, leading ? ALIVE : LEAD);
                hear(open.unwrap(PGConnection.class).getNotifications((int) LOOK.toMillis()));
            }
        }
    }

    private void hear(PGNotification @Nullable [] notifications) {
        if (notifications != null) {
            for (PGNotification notification : notifications) {
                heard.accept(notification.getParameter());
            }
        }
    }

    private void lost(Exception away) {
        if (goesOn() && !cut) {
            LOG.warn("no line to the other instances: {}", Trouble.of(away).finding());
            cut = true;
        }
    }

    private void heal() {
        if (cut) {
            LOG.info("the line to the other instances is there again");
            cut = false;
            missed.run();
        }
    }

    private boolean endsWithin(Duration pause) {
        try {
            return ending.await(pause.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException hurried) {
            return true;
        }
    }

    private static String channel(Statement statement) throws SQLException {
        try (ResultSet row = statement.executeQuery("select " + CHANNEL)) {
            row.next();
            return row.getString(1);
        }
    }

    private static boolean isTrue(Statement statement, String question) throws SQLException {
        try (ResultSet row = statement.executeQuery(question)) {
            return row.next() && row.getBoolean(1);
        }
    }
}
