package io.visitbot.store;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Properties;

import javax.sql.DataSource;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;

import io.visitbot.platform.SettingsException;

/** An open database: the connections to share, and a way to one of one's own. */
final class Database implements AutoCloseable {

    private final Dialect dialect;
    private final DataSource direct;
    private final HikariDataSource pool;
    private final Turns turns;
    private final @Nullable SqliteFile file;

    private Database(Dialect dialect, DataSource direct, @Nullable SqliteFile file) {
        this.dialect = dialect;
        this.direct = direct;
        this.pool = pool(direct, dialect.connections());
        this.turns = new Turns(dialect);
        this.file = file;
    }

    /** Opens what the settings name, or says in a {@link SettingsException} why that can't be. */
    static Database open(StoreSettings settings) {
        Path path = settings.file();
        if (path == null) {
            return answering(Dialect.POSTGRESQL, server(settings), null);
        }
        SqliteFile file = SqliteFile.hold(path);
        return answering(Dialect.SQLITE, sqlite(file), file);
    }

    Dialect dialect() {
        return dialect;
    }

    HikariDataSource pool() {
        return pool;
    }

    Turns turns() {
        return turns;
    }

    /** The file of an SQLite store, null for PostgreSQL. */
    @Nullable
    Path path() {
        return file == null ? null : file.path();
    }

    /** A connection that nobody else gets; whoever asked closes it. */
    Connection connect() throws SQLException {
        return direct.getConnection();
    }

    /** Whether there is not one connection any more, as when the server is gone. */
    boolean isCutOff() {
        return pool.isRunning() && pool.getHikariPoolMXBean().getTotalConnections() == 0;
    }

    Flyway flyway() {
        return Flyway.configure().dataSource(pool)
                .locations("classpath:db/migration/common", "classpath:db/migration/" + dialect.folder()).load();
    }

    @Override
    public void close() {
        pool.close();
        if (file != null) {
            file.close();
        }
    }

    /** Asks before the pool connects: the first connection to a new SQLite file sets its journal, and must be alone for that. */
    private static Database answering(Dialect dialect, DataSource direct, @Nullable SqliteFile file) {
        try (Connection connection = direct.getConnection()) {
            connection.createStatement().execute("select 1");
        } catch (SQLException silent) {
            Optional.ofNullable(file).ifPresent(SqliteFile::close);
            Trouble trouble = Trouble.of(silent);
            throw new SettingsException(List.of("DATABASE_URL names a database that can't be used: " + trouble.finding()
                    + "; " + trouble.cure()));
        }
        return new Database(dialect, direct, file);
    }

    private static DataSource sqlite(SqliteFile file) {
        SQLiteConfig config = new SQLiteConfig();
        config.setJournalMode(SQLiteConfig.JournalMode.WAL);
        config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
        config.setTransactionMode(SQLiteConfig.TransactionMode.IMMEDIATE);
        config.setBusyTimeout(10_000);
        config.enforceForeignKeys(true);
        config.setPragma(SQLiteConfig.Pragma.SECURE_DELETE, "true");
        SQLiteDataSource source = new SQLiteDataSource(config);
        source.setUrl("jdbc:sqlite:" + file.path());
        return source;
    }

    static DataSource server(StoreSettings settings) {
        Properties properties = new Properties();
        properties.setProperty("ApplicationName", "visit");
        properties.setProperty("connectTimeout", "10");
        properties.setProperty("socketTimeout", "30");
        properties.setProperty("tcpKeepAlive", "true");
        return new ServerSource(settings.url().value(), properties);
    }

    private static HikariDataSource pool(DataSource direct, int connections) {
        HikariConfig config = new HikariConfig();
        config.setPoolName("visit-store");
        config.setDataSource(direct);
        config.setMaximumPoolSize(connections);
        config.setConnectionTimeout(15_000);
        config.setInitializationFailTimeout(-1);
        return new HikariDataSource(config);
    }
}
