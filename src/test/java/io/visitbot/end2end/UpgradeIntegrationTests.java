package io.visitbot.end2end;

import java.nio.file.Path;
import java.time.Instant;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

import io.visitbot.store.PostgresServer;
import io.visitbot.store.Releases;

import static org.assertj.core.api.Assertions.assertThat;

/** The packaged program on what the first release left: what was under way goes on, and what was asked for is there. */
@ExtendWith(PostgresServer.class)
class UpgradeIntegrationTests {

    @Test
    void goesOnFromAnOlderSqliteFile(@TempDir Path folder) {
        goesOn(folder, "jdbc:sqlite:" + folder.resolve("visit.db"));
    }

    @Test
    void goesOnFromAnOlderPostgresql(@TempDir Path folder) {
        goesOn(folder, PostgresServer.freshUrl());
    }

    private static void goesOn(Path folder, String database) {
        Releases.load("0.1", database, Instant.now());
        try (Deployment deployment = Deployment.start(folder, database)) {
            Outside outside = deployment.outside();
            outside.answer(outside.say("lee", "Ward 3", "@visit status patient-71"), "patient-71");
            outside.answer(outside.say("lee", "Ward 3", "@visit status patient-74"), "patient-74");
            Eventually.holds("the patients are written to", () -> outside.texts("+12025550173").size() == 1
                    && outside.texts("+12025550174").size() == 1);
            assertThat(outside.texts("+12025550171")).as("was written to before").isEmpty();
        }
    }
}
