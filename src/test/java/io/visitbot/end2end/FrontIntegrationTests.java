package io.visitbot.end2end;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/** What strangers meet at the packaged program. */
class FrontIntegrationTests {

    private static final int MANY = 300;
    private static Deployment deployment;

    @BeforeAll
    static void start(@TempDir Path folder) {
        deployment = Deployment.start(folder, "");
    }

    @AfterAll
    static void stop() {
        deployment.close();
    }

    @ParameterizedTest
    @CsvSource({"GET,/nothing,404", "GET,/webhooks/webex,405", "POST,/webhooks/webex,401",
            "GET,/webhooks/twilio/status,404",
            "POST,/webhooks/twilio/status,403", "POST,/webhooks/twilio/inbound,403", "GET,/actuator/prometheus,401",
            "GET,/actuator,401", "GET,/actuator/health,200", "DELETE,/actuator/health,405",
            "GET,/%2e%2e/etc/passwd,404"})
    void everyAnswerIsHardenedAndTellsNothing(String method, String path, int status) {
        HttpResponse<String> answer = Outside.http(method, deployment.home() + path, null, Map.of());

        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.headers().map()).containsKeys("content-security-policy", "permissions-policy")
                .containsEntry("x-frame-options", List.of("DENY")).containsEntry("cache-control", List.of("no-store"))
                .containsEntry("referrer-policy", List.of("no-referrer"))
                .containsEntry("x-content-type-options", List.of("nosniff"))
                .doesNotContainKeys("server", "x-powered-by");
        assertThat(answer.body()).doesNotContain("path", "timestamp", "exception", "trace");
    }

    @Test
    void referenceOfAnErrorStandsInTheLogWithoutItsPath() {
        String body = deployment.get("/a-path-of-nobody").body();

        assertThat(body).matches("\\{\"reference\":\"R-[2-9A-Z]{6}\"}");
        String reference = body.substring(14, 22);
        Eventually.holds("the log has the reference", () -> deployment.output().contains(reference));
        assertThat(deployment.output()).doesNotContain("a-path-of-nobody");
    }

    @Test
    void healthSaysMoreToThisMachineThanThroughAProxy() {
        Map<String, String> proxied = Map.of("X-Forwarded-For", "192.0.2.7");
        assertThat(deployment.get("/actuator/health").body()).contains("Database", "finding");
        assertThat(Outside.http("GET", deployment.home() + "/actuator/health", null, proxied).body())
                .contains("\"status\":\"UP\"").doesNotContain("Database", "finding", "cure");
        assertThat(Outside.http("GET", deployment.home() + "/actuator/health/readiness", null, proxied).body())
                .doesNotContain("Database");
    }

    @Test
    void halfRequestsAreClosedAndNobodyElseWaitsForThem() throws IOException {
        List<Socket> half = new ArrayList<>();
        for (int i = 0; i < MANY; i++) {
            half.add(
                    half("POST /webhooks/" + (i % 2 == 0 ? "webex" : "twilio/status") + " HTTP/1.1\r\nHost: x\r\nX: "));
        }
        assertThat(deployment.get("/actuator/health/liveness").statusCode()).isEqualTo(200);
        String thread = deployment.outside().say("lee", "Ward 3", "@visit whoami");
        deployment.outside().answer(thread, "dr.lee@example.org");

        for (Socket socket : half) {
            assertThat(socket.getInputStream().read()).as("the end of a half request").isEqualTo(-1);
            socket.close();
        }
    }

    @Test
    void hugeHeadersAreRefused() {
        assertThat(
                Outside.http("GET", deployment.home() + "/actuator/health", null, Map.of("X-Large", "x".repeat(20_000)))
                        .statusCode())
                .isIn(413, 431);
    }

    @Test
    void forgedRequestsQueueNothing() {
        double before = deployment.metrics().value("visit_events_total{outcome=\"refused\"}");
        for (int i = 0; i < 50; i++) {
            Outside.http("POST", deployment.home() + "/webhooks/webex", "{}",
                    Map.of("X-Spark-Signature", "0".repeat(40)));
        }

        assertThat(deployment.metrics().value("visit_events_total{outcome=\"refused\"}"))
                .isGreaterThanOrEqualTo(before + 50);
        assertThat(deployment.metrics().value("visit_inbox_waiting")).isZero();
    }

    private static Socket half(String beginning) throws IOException {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), URI.create(deployment.home()).getPort());
        socket.setSoTimeout(30_000);
        socket.getOutputStream().write(beginning.getBytes(StandardCharsets.US_ASCII));
        return socket;
    }
}
