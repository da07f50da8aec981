package io.visitbot.end2end;

import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

import io.visitbot.benchmark.SlowClients;

import static org.assertj.core.api.Assertions.assertThat;

/** What strangers meet at the packaged program. */
class FrontIntegrationTests {

    private static final int MANY = 60;
    private static final int REPLAYS = 200;
    private static final String ACCEPTED = "visit_events_total{outcome=\"accepted\"}";
    private static final String DUPLICATE = "visit_events_total{outcome=\"duplicate\"}";
    private static Deployment deployment;
    private static int seen;

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
    void slowClientsAreClosedAndNobodyElseWaitsForThem() {
        double before = heap();
        try (SlowClients slow = new SlowClients(port()); SlowClients unread = new SlowClients(port())) {
            unread.open(MANY / 3, SlowClients.Attack.UNREAD);
            Stream.of(SlowClients.Attack.values()).filter(attack -> attack != SlowClients.Attack.UNREAD)
                    .forEach(attack -> slow.open(MANY, attack));
            assertThat(deployment.get("/actuator/health/liveness").statusCode()).isEqualTo(200);
            String thread = deployment.outside().say("lee", "Ward 3", "@visit whoami");
            deployment.outside().answer(thread, "dr.lee@example.org");
            assertThat(heap()).as("MiB after GC").isLessThan(before + 96);

            Eventually.holds("all are closed", () -> slow.drip() == 0);
        }
        assertThat(deployment.metrics().value("visit_inbox_waiting")).isZero();
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

    @ParameterizedTest(name = "{0} {index}")
    @MethodSource("io.visitbot.end2end.RawRequests#toHooks")
    void refusesWhatDoesNotComeFromThoseItIsFor(String what, String request, List<Integer> right) {
        List<Integer> answers = RawRequests.send(port(), request);

        assertThat(answers.isEmpty() ? 0 : answers.getFirst()).as(what).isIn(right);
        assertThat(answers).as(what).hasSizeLessThan(2);
    }

    @ParameterizedTest
    @MethodSource("io.visitbot.end2end.RawRequests#malformed")
    void whatIsHardlyHttpIsNoErrorOfOurs(String request) {
        assertThat(RawRequests.send(port(), request)).as(request).allMatch(status -> status < 500);
    }

    @Test
    void signedEventIsHandledOnceHoweverOftenItComes() {
        String message = deployment.outside().say("lee", "Ward 3", "@visit whoami");
        deployment.outside().answer(message, "dr.lee@example.org");
        Metrics before = deployment.metrics();

        new SignedEvents(deployment.home(), 20, secret()).send(Collections.nCopies(REPLAYS, message));

        Metrics after = deployment.metrics();
        assertThat(after.value(ACCEPTED)).isEqualTo(before.value(ACCEPTED));
        assertThat(after.value(DUPLICATE)).isEqualTo(before.value(DUPLICATE) + REPLAYS);
        assertThat(after.value("visit_inbox_waiting")).isZero();
        assertThat(deployment.outside().answers(message)).hasSize(1);
    }

    @Test
    void signedReportIsHandledOnceHoweverOftenItComes() {
        Outside outside = deployment.outside();
        String thread = outside.say("lee", "Ward 3", "@visit new patient-7 +1 202 555 0147");
        outside.answer(thread, "delivered");
        Map<String, String> report = Map.of("MessageSid", Outside.text(outside.texts("+12025550147").getFirst(), "sid"),
                "MessageStatus", "delivered");
        int before = outside.answers(thread).size();

        assertThat(IntStream.range(0, REPLAYS)
                .map(_ -> SignedForms.send(deployment.home(), "/webhooks/twilio/status", report))).containsOnly(200);
        assertThat(IntStream.range(0, REPLAYS).map(_ -> SignedForms.send(deployment.home(),
                "/webhooks/twilio/inbound", Map.of("From", "+12025550148", "Body", "STOP")))).containsOnly(200);

        assertThat(outside.answers(thread)).hasSize(before);
        assertThat(outside.texts("+12025550147")).hasSize(1);
    }

    /** After all the others: what strangers did has left nothing in the log that an operator must read. */
    @AfterEach
    void leavesNoTrace() {
        String output = deployment.output();
        assertThat(output.substring(seen)).doesNotContain("Exception", " ERROR ", "smuggled", "\tat ");
        seen = output.length();
    }

    @Test
    void strangersCannotFillTheLog() {
        long before = lines();
        for (int i = 0; i < 500; i++) {
            deployment.get("/nothing-" + i);
        }

        assertThat(lines() - before).isLessThan(130);
        assertThat(deployment.metrics().sum("http_server_requests_seconds_count{"))
                .isGreaterThan(500);
    }

    private static long lines() {
        return deployment.output().lines().count();
    }

    /** MiB that are left after a collection. */
    private static double heap() {
        String jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
        assertThat(Commands.run(jcmd, Long.toString(deployment.bot().pid()), "GC.run")).isZero();
        return deployment.metrics().sum("jvm_memory_used_bytes{area=\"heap\"") / (1 << 20);
    }

    private static int port() {
        return URI.create(deployment.home()).getPort();
    }

    /** What the bot has Webex sign its events with. */
    private static String secret() {
        return Outside.json(Outside.http("GET", deployment.outside().home() + "/v1/webhooks", null,
                Map.of("Authorization", "Bearer sandbox-bot-token"))).path("items").path(0).path("secret").asString();
    }
}
