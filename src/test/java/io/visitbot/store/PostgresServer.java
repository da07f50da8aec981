package io.visitbot.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;

import io.visitbot.platform.Settings;

/** A real PostgreSQL, started once for all tests of a run and stopped at its end. */
public final class PostgresServer implements BeforeAllCallback {

    private static final AtomicInteger SCHEMAS = new AtomicInteger();
    private static @Nullable EmbeddedPostgres server;

    @Override
    public void beforeAll(ExtensionContext context) {
        server = context.getRoot().getStore(Namespace.GLOBAL).computeIfAbsent(PostgresServer.class,
                key -> start(), EmbeddedPostgres.class);
    }

    /** A value for {@code DATABASE_URL}: an empty schema of its own. */
    public static String freshUrl() {
        EmbeddedPostgres running = Objects.requireNonNull(server, "needs @ExtendWith(PostgresServer.class)");
        String schema = "test_" + SCHEMAS.incrementAndGet();
        try (Connection connection = running.getPostgresDatabase().getConnection()) {
            connection.createStatement().execute("create schema " + schema);
        } catch (SQLException refused) {
            throw new IllegalStateException(refused);
        }
        return running.getJdbcUrl("postgres", "postgres") + "&currentSchema=" + schema;
    }

    static StoreSettings freshSettings() {
        String url = freshUrl();
        return StoreSettings.read(new Settings(name -> url));
    }

    private static EmbeddedPostgres start() {
        try {
            return EmbeddedPostgres.builder().setRegisterShutdownHook(false).start();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
