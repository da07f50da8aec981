package io.visitbot.end2end;

import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

import io.visitbot.store.PostgresServer;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The packaged program, killed while it works: nothing that was accepted is lost, and nothing is sent twice. System
 * properties: {@code crash.kills} per database (10; 100 in the profile {@code crash}), {@code crash.seed} to see a run's
 * choices again.
 */
@ExtendWith(PostgresServer.class)
class CrashIntegrationTests {

    private static final int KILLS = Integer.getInteger("crash.kills", 10);
    private static final long SEED = Long.getLong("crash.seed", System.nanoTime() % 1_000_000);

    @Test
    void losesNothingOnSqlite(@TempDir Path folder) {
        CrashRun run = new CrashRun("sqlite", folder, place -> "jdbc:sqlite:" + place.resolve("visit.db"), SEED);
        assertThat(run.of(KILLS).problems()).isEmpty();
    }

    @Test
    void losesNothingOnPostgresql(@TempDir Path folder) {
        CrashRun run = new CrashRun("postgresql", folder, _ -> PostgresServer.freshUrl(), SEED);
        assertThat(run.of(KILLS).problems()).isEmpty();
    }
}
