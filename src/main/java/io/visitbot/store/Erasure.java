package io.visitbot.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Has what was deleted or overwritten vanish from an SQLite store's files, too. A server's files are its administrator's: it
 * gives the space to other rows in its own time.
 */
final class Erasure {

    private static final Logger LOG = LoggerFactory.getLogger(Erasure.class);

    private final Database database;

    Erasure(Database database) {
        this.database = database;
    }

    /** Empties the log of changes, which holds rows as they were. The file itself overwrites what it frees. */
    void flush() {
        execute("pragma wal_checkpoint(truncate)");
    }

    /** Writes the whole file anew, since versions before 0.2 did not overwrite what they freed. */
    void rewrite() {
        execute("vacuum");
        flush();
    }

    private void execute(String sql) {
        if (database.dialect() != Dialect.SQLITE) {
            return;
        }
        database.turns().begin();
        try (Connection connection = database.connect(); Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException failure) {
            LOG.warn("old contents may still stand in the database's files: {}; {}", Trouble.of(failure).finding(),
                    Trouble.of(failure).cure());
        } finally {
            database.turns().end();
        }
    }
}
