package io.visitbot.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.function.Consumer;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

import io.visitbot.platform.SharedClock;
import io.visitbot.store.InboxWriter.ConnectionSource;

/**
 * The instances on one PostgreSQL, which tells each what the others say. What is said here is heard here at once, whatever
 * becomes of the server.
 */
final class ServerInstances implements Instances {

    private static final Logger LOG = LoggerFactory.getLogger(ServerInstances.class);
    private static final String TELL = "select 1 from pg_notify(" + ServerLine.CHANNEL + ", :said)";

    private final LocalBroadcast local = new LocalBroadcast();
    private final Transactions transactions;
    private final String name;
    private final ConnectionSource source;
    private final ServerTime time;
    private final ServerLine line;

    /** {@code name} tells this instance from the others and holds no blank. */
    ServerInstances(String name, Transactions transactions, ConnectionSource source,
            SharedClock clock) {
        this.name = name;
        this.transactions = transactions;
        this.source = source;
        this.time = new ServerTime(clock);
        this.line = new ServerLine(source, time, this::hear, () -> local.send(MISSED, ""));
    }

    @Override
    public void send(String topic, String words) {
        local.send(topic, words);
        transactions.write(jdbc -> tell(jdbc, topic, words)).subscribe(told -> {
        }, away -> LOG.warn("the other instances were not told of {}: {}", topic, Trouble.of(away).finding()));
    }

    @Override
    public void listen(String topic, Consumer<String> hearer) {
        local.listen(topic, hearer);
    }

    @Override
    public void tellOthers(JdbcClient jdbc, String topic, String words) {
        tell(jdbc, topic, words);
    }

    @Override
    public Duration ahead() {
        return time.ahead();
    }

    @Override
    public boolean isHere() {
        return line.isLeading();
    }

    /** Nothing is begun by a clock that nobody has looked at. */
    @Override
    public void start() {
        try (Connection connection = source.open(); Statement statement = connection.createStatement()) {
            time.measure(statement);
        } catch (SQLException away) {
            LOG.debug("the line measures it as soon as it is there", away);
        }
        line.start();
    }

    @Override
    public void stop() {
        line.end();
    }

    @Override
    public boolean isRunning() {
        return line.isAlive();
    }

    private Integer tell(JdbcClient jdbc, String topic, String words) {
        return jdbc.sql(TELL).param("said", name + " " + topic + " " + words).query(Integer.class).single();
    }

    private void hear(String said) {
        String[] parts = said.split(" ", 3);
        if (parts.length == 3 && !parts[0].equals(name)) {
            local.send(parts[1], parts[2]);
        }
    }
}
