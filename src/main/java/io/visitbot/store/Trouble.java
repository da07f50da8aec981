package io.visitbot.store;

import java.sql.SQLException;

import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteException;

/** What is wrong with a database, and the cure, in words that hold nothing of its address or contents. */
record Trouble(String finding, String cure) {

    static Trouble of(Throwable error) {
        SQLException cause = sqlCause(error);
        if (cause instanceof SQLiteException sqlite) {
            return ofSqlite(sqlite);
        }
        return cause == null ? unknown(error) : ofServer(cause);
    }

    /** What is wrong where a server can't be reached. */
    static Trouble unreachable() {
        return new Trouble("no connection to the server",
                "see that it runs and that DATABASE_URL has its host and port");
    }

    private static Trouble ofSqlite(SQLiteException error) {
        return switch (error.getErrorCode() & 0xff) {
            case 13 -> new Trouble("the disk is full", "make room on the disk of the data folder");
            case 8, 3, 23 ->
                new Trouble("the file is read-only", "let the user who runs Visit write to the data folder");
            case 14 -> new Trouble("the file can't be opened", "see that the data folder exists and can be written");
            case 10 -> new Trouble("the disk fails", "look at the disk of the data folder and at the system's log");
            case 11, 26 -> new Trouble("the file is damaged or no database", "put the latest backup in its place");
            case 5, 6 -> new Trouble("the file is locked", "see that no other program has it open for long");
            default -> new Trouble("SQLite error " + error.getErrorCode(), "look at the log");
        };
    }

    private static Trouble ofServer(SQLException error) {
        String state = error.getSQLState() == null ? "" : error.getSQLState();
        if (state.startsWith("08")) {
            return unreachable();
        }
        if (state.startsWith("28")) {
            return new Trouble("user or password refused", "correct them in DATABASE_URL");
        }
        return switch (state) {
            case "3D000" -> new Trouble("the server has no such database", "create it, or correct DATABASE_URL");
            case "53100" -> new Trouble("the server's disk is full", "make room on the server");
            case "53300" -> new Trouble("too many connections", "raise max_connections, or run fewer instances");
            case "25006" -> new Trouble("the server is read-only", "let DATABASE_URL point to the primary server");
            case "42501" -> new Trouble("a right is missing", "make the user the owner of the database");
            default ->
                new Trouble("database error " + (state.isEmpty() ? "without a state" : state), "look at the log");
        };
    }

    private static Trouble unknown(Throwable error) {
        return new Trouble("fails with " + error.getClass().getSimpleName(), "look at the log");
    }

    private static @Nullable SQLException sqlCause(Throwable error) {
        for (Throwable cause = error; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException found) {
                return found;
            }
        }
        return null;
    }
}
