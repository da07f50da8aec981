package io.visitbot.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;

import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.visitbot.platform.Settings;
import io.visitbot.platform.SettingsException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

@ExtendWith(PostgresServer.class)
class DatabaseTests {

    @TempDir
    private Path folder = Path.of("");

    @Test
    void makesFolderThatOnlyItsUserCanRead() throws IOException {
        Path data = folder.resolve("new").resolve("data");
        try (Database database = Database.open(StoreSettings.at(data.resolve("visit.db")))) {
            assertThat(database.dialect()).isEqualTo(Dialect.SQLITE);
            assertThat(Files.getPosixFilePermissions(data)).hasSize(3);
        }
    }

    @Test
    void keepsAnswersSafeFromPowerLoss() throws SQLException {
        try (Database database = Database.open(StoreSettings.at(folder.resolve("visit.db")));
                Connection connection = database.connect()) {
            assertThat(pragma(connection, "journal_mode")).isEqualTo("wal");
            assertThat(pragma(connection, "synchronous")).isEqualTo("2");
            assertThat(pragma(connection, "foreign_keys")).isEqualTo("1");
        }
    }

    /** On each connection, shared or not: what a lost machine has locked is locked for all. */
    @ParameterizedTest
    @CsvSource({"tcp_keepalives_idle,5", "tcp_keepalives_interval,2", "tcp_keepalives_count,3",
            "tcp_user_timeout,15000", "idle_in_transaction_session_timeout,1min"})
    void hasTheServerGiveUpWhoIsGone(String name, String value) throws SQLException {
        try (Database database = Database.open(PostgresServer.freshSettings());
                Connection own = database.connect();
                Connection shared = database.pool().getConnection()) {
            assertThat(shown(own, name)).isEqualTo(value);
            assertThat(shown(shared, name)).isEqualTo(value);
        }
    }

    private static String shown(Connection connection, String name) throws SQLException {
        try (ResultSet row = connection.createStatement().executeQuery("show " + name)) {
            row.next();
            return row.getString(1);
        }
    }

    @Test
    void overwritesWhatItDeletes() throws SQLException {
        try (Database database = Database.open(StoreSettings.at(folder.resolve("visit.db")));
                Connection connection = database.connect()) {
            assertThat(pragma(connection, "secure_delete")).isEqualTo("1");
        }
    }

    @RepeatedTest(20)
    void opensNewFileBeforeItsPoolConnects() {
        assertThatNoException().isThrownBy(() -> Database.open(StoreSettings.at(folder.resolve("visit.db"))).close());
    }

    @Test
    void refusesFileThatAnotherProcessHolds() {
        StoreSettings settings = StoreSettings.at(folder.resolve("visit.db"));
        try (Database first = Database.open(settings)) {
            assertThatExceptionOfType(SettingsException.class).isThrownBy(() -> Database.open(settings))
                    .withMessageContaining("another running Visit uses");
            assertThat(first.dialect()).isEqualTo(Dialect.SQLITE);
        }
        Database.open(settings).close();
    }

    @Test
    void saysThatFolderCannotBeMade() throws IOException {
        Path file = Files.createFile(folder.resolve("file"));

        assertThatExceptionOfType(SettingsException.class)
                .isThrownBy(() -> Database.open(StoreSettings.at(file.resolve("visit.db"))))
                .withMessageContaining("can't be made or written");
    }

    @Test
    void saysThatFileIsNoDatabaseAndLetsItGo() throws IOException {
        Path file = Files.writeString(folder.resolve("visit.db"), "no database, ".repeat(100));
        StoreSettings settings = StoreSettings.at(file);

        assertThatExceptionOfType(SettingsException.class).isThrownBy(() -> Database.open(settings))
                .withMessageContaining("the file is damaged or no database");
        Files.delete(file);
        Database.open(settings).close();
    }

    @Test
    void saysWhatServerLacksAndNothingOfItsAddress() {
        String url = PostgresServer.freshUrl().replace("/postgres?", "/missing?");
        StoreSettings settings = StoreSettings.read(new Settings(name -> url));

        assertThatExceptionOfType(SettingsException.class).isThrownBy(() -> Database.open(settings))
                .withMessageContaining("no such database")
                .satisfies(failure -> assertThat(failure.getMessage()).doesNotContain("localhost", "missing"));
    }

    @Test
    void saysThatServerCannotBeReached() {
        StoreSettings settings = StoreSettings.read(new Settings(name -> "jdbc:postgresql://127.0.0.1:1/visit"));

        assertThatExceptionOfType(SettingsException.class).isThrownBy(() -> Database.open(settings))
                .withMessageContaining("no connection to the server");
    }

    @Test
    void throwsAwayDriverFilesThatAKilledProcessLeft() throws IOException {
        Path left = Files.createDirectories(folder.resolve("tmp")).resolve("sqlite-left.so");
        Files.createFile(left);

        Database.open(StoreSettings.at(folder.resolve("visit.db"))).close();

        assertThat(left).doesNotExist();
    }

    private static String pragma(Connection connection, String name) throws SQLException {
        try (ResultSet row = connection.createStatement().executeQuery("pragma " + name)) {
            row.next();
            return row.getString(1);
        }
    }
}
