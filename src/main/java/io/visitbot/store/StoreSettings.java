package io.visitbot.store;

import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import io.visitbot.platform.Secret;
import io.visitbot.platform.Settings;

/**
 * Where everything is kept.
 *
 * @param url {@code DATABASE_URL} as a JDBC address, which may hold a password; empty = SQLite at {@code ./data/visit.db}
 * @param file the file of an SQLite store, null for PostgreSQL
 */
public record StoreSettings(Secret url, @Nullable Path file) {

    private static final String SQLITE = "jdbc:sqlite:";
    private static final String POSTGRESQL = "jdbc:postgresql:";
    private static final String EXPECTED = "must be empty, jdbc:sqlite:/path/to/visit.db or "
            + "jdbc:postgresql://host/database?user=...&password=...";

    public static StoreSettings read(Settings settings) {
        return settings.parsed("DATABASE_URL", StoreSettings::parse, EXPECTED)
                .orElseGet(() -> at(Path.of("data", "visit.db")));
    }

    /** A store in an SQLite file. */
    public static StoreSettings at(Path file) {
        return new StoreSettings(new Secret(SQLITE + file), file);
    }

    Dialect dialect() {
        return file == null ? Dialect.POSTGRESQL : Dialect.SQLITE;
    }

    private static StoreSettings parse(String value) {
        if (value.startsWith(SQLITE)) {
            return at(file(value.substring(SQLITE.length())));
        }
        if (value.startsWith(POSTGRESQL)) {
            URI uri = URI.create(value.substring("jdbc:".length()));
            return server(uri, uri.getRawUserInfo() == null ? value : jdbc(uri));
        }
        if (value.startsWith("postgres://") || value.startsWith("postgresql://")) {
            URI uri = URI.create(value);
            return server(uri, jdbc(uri));
        }
        throw new IllegalArgumentException("no database that is known");
    }

    private static Path file(String path) {
        if (path.isBlank() || path.startsWith(":") || path.contains("?")) {
            throw new IllegalArgumentException("no plain file");
        }
        return Path.of(path);
    }

    private static StoreSettings server(URI uri, String jdbc) {
        if (uri.getRawAuthority() == null || uri.getRawPath() == null || uri.getRawPath().length() < 2) {
            throw new IllegalArgumentException("no host or no database");
        }
        if (uri.getHost() == null && uri.getRawAuthority().contains("@")) {
            throw new IllegalArgumentException("a login that can't be read, which the driver would print");
        }
        return new StoreSettings(new Secret(jdbc), null);
    }

    private static String jdbc(URI uri) {
        String query = Optional.ofNullable(uri.getRawQuery()).map(rest -> "&" + rest).orElse("");
        String host = uri.getHost() + (uri.getPort() < 0 ? "" : ":" + uri.getPort());
        return POSTGRESQL + "//" + host + uri.getRawPath() + "?" + login(uri) + query;
    }

    private static String login(URI uri) {
        String[] parts = Optional.ofNullable(uri.getRawUserInfo()).orElse("").split(":", 2);
        return "user=" + recoded(parts[0]) + (parts.length < 2 ? "" : "&password=" + recoded(parts[1]));
    }

    private static String recoded(String raw) {
        String plain = URLDecoder.decode(raw.replace("+", "%2B"), StandardCharsets.UTF_8);
        return URLEncoder.encode(plain, StandardCharsets.UTF_8);
    }
}
