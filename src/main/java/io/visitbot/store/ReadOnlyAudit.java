package io.visitbot.store;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;

import javax.sql.DataSource;

import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;

import io.visitbot.audit.AuditRecords;
import io.visitbot.audit.Entry;
import io.visitbot.audit.Head;
import io.visitbot.audit.Selection;
import io.visitbot.platform.SettingsException;

/** The audit of a database that another process may be using: nothing is locked, nothing is written. */
public final class ReadOnlyAudit implements AuditRecords, AutoCloseable {

    private final SingleConnectionDataSource connection;
    private final JdbcClient jdbc;

    private ReadOnlyAudit(SingleConnectionDataSource connection) {
        this.connection = connection;
        this.jdbc = JdbcClient.create(connection);
    }

    /** Opens what the settings name, or says in a {@link SettingsException} why that can't be. */
    public static ReadOnlyAudit open(StoreSettings settings) {
        Path file = settings.file();
        if (file != null && !Files.isRegularFile(file)) {
            throw unusable("there is no such file", "name the file of the running Visit, or start this in its folder");
        }
        DataSource source = file == null ? Database.server(settings) : sqlite(file);
        try {
            ReadOnlyAudit audit = new ReadOnlyAudit(new SingleConnectionDataSource(source.getConnection(), true));
            audit.head();
            return audit;
        } catch (SQLException | DataAccessException silent) {
            Trouble trouble = Trouble.of(silent);
            throw unusable(trouble.finding(), trouble.cure()
                    + "; if it is of an older version of Visit, it has no audit yet");
        }
    }

    @Override
    public Head head() {
        return AuditTable.head(jdbc, "");
    }

    @Override
    public List<Entry> page(Selection selection, long after, int most) {
        return AuditTable.page(jdbc, selection, after, most);
    }

    @Override
    public void close() {
        connection.destroy();
    }

    private static DataSource sqlite(Path file) {
        SQLiteConfig config = new SQLiteConfig();
        config.setReadOnly(true);
        config.setBusyTimeout(10_000);
        SQLiteDataSource source = new SQLiteDataSource(config);
        source.setUrl("jdbc:sqlite:" + file.toAbsolutePath());
        return source;
    }

    private static SettingsException unusable(String finding, String cure) {
        return new SettingsException(
                List.of("DATABASE_URL names a database that can't be used: " + finding + "; " + cure));
    }
}
