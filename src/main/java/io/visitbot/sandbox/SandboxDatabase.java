package io.visitbot.sandbox;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Base64;

/** A database that is new at every start: the pretend services forget, so the bot does, too. */
final class SandboxDatabase {

    /** What pretended things are encrypted with; it keeps nothing secret, so that nobody has to keep it. */
    static final String KEY = Base64.getEncoder()
            .encodeToString("the sandbox has nothing to hide!".getBytes(StandardCharsets.US_ASCII));

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
