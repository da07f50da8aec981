package io.visitbot.sandbox;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;

/** A database that is new at every start: the pretend services forget, so the bot does, too. */
final class SandboxDatabase {

    private SandboxDatabase() {
    }

    static String fresh() {
        try {
            return "jdbc:sqlite:" + Files.createTempDirectory("visit-sandbox").resolve("visit.db");
        } catch (IOException cannot) {
            throw new UncheckedIOException(cannot);
        }
    }
}
