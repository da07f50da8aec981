package io.visitbot.end2end;

import java.nio.file.Path;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

import io.visitbot.store.PostgresServer;

import static org.assertj.core.api.Assertions.assertThat;

/** The packaged program on a real PostgreSQL. */
@ExtendWith(PostgresServer.class)
class PostgresIntegrationTests {

    @Test
    void keepsVisitThroughKill(@TempDir Path folder) {
        try (Deployment deployment = Deployment.start(folder, PostgresServer.freshUrl())) {
            Outside outside = deployment.outside();
            outside.fault(Map.of("service", "instantconnect", "kind", "down"));
            String thread = outside.say("lee", "Ward 3", "@visit new patient-42 +1 202 555 0142");
            outside.answer(thread, "still waiting");
            deployment.bot().kill();
            deployment.startBot();

            outside.clearFaults();
            outside.result(thread);
            outside.answer(thread, "delivered");
            assertThat(outside.texts("+12025550142")).hasSize(1);
            assertThat(deployment.run("audit", "verify").output()).contains("is whole");
            assertThat(deployment.run("audit", "export", "--format", "csv").output()).contains("text-delivered");
        }
    }
}
