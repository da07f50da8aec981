package io.visitbot.end2end;

import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static io.visitbot.end2end.Outside.text;
import static org.assertj.core.api.Assertions.assertThat;

/** The packaged program with the settings of production, seen from the outside only. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PackagedJarIntegrationTests {

    private static final String WARD = "Ward 3";
    /** Not the number that stands in forms and hints as the example. */
    private static final String PATIENT = "+12025550141";
    private static final Map<String, Object> INSTANT_CONNECT_DOWN = Map.of("service", "instantconnect", "kind", "down");

    private Deployment deployment;
    private Outside outside;

    @BeforeAll
    void start(@TempDir Path folder) {
        deployment = Deployment.start(folder, "jdbc:sqlite:" + folder.resolve("visit.db"));
        outside = deployment.outside();
    }

    @AfterEach
    void clear() {
        outside.clearFaults();
    }

    @AfterAll
    void stop() {
        assertThat(deployment.bot().stop()).as("exit status after SIGTERM").isEqualTo(143);
        deployment.close();
        logTellsWhatHappenedAndNothingPrivate();
    }

    private void logTellsWhatHappenedAndNothingPrivate() {
        String log = deployment.output();
        assertThat(log).contains("tracking=", "outcome=\"new\"").doesNotContain("sandbox-bot-token",
                "sandbox-twilio-token", "data=ey", "eyJ", "@example");
        assertThat(log.replaceAll("[^0-9\\n]", "")).doesNotContain("2025550");
    }

    private void nothingPrivateStandsInTheFiles() {
        String bytes = deployment.bytes("visit.db*");
        assertThat(bytes).hasSizeGreaterThan(10_000).doesNotContain("2025550", "/visit/", "fli=true", "hc/v1");
    }

    private static Map<String, String> inputs(String label, String phone) {
        return Map.of("label", label, "phone", phone, "language", "es", "people", "nurse.ortiz@example.org", "device",
                "room3@example.rooms.webex.com", "duration", "3600", "send", "true");
    }

    private void delivered(String thread) {
        outside.answer(thread, "delivered");
    }

    @Test
    void takesVisitFromCommandToPatientsPhone() {
        String thread = outside.say("lee", WARD, "@visit new patient-42");
        outside.submit("lee", outside.form(thread), inputs("patient-42", PATIENT));

        String result = text(outside.result(thread), "markdown");
        assertThat(result).containsPattern("(?m)^Host: \\[.+]\\(http\\S+fli=true\\S+\\)")
                .containsPattern("(?m)^Guest: http\\S+/visit/\\w+").containsPattern("(?m)^SIP: \\S+@\\S+")
                .contains("nurse.ortiz@example.org");
        delivered(thread);
        nothingPrivateStandsInTheFiles();
        assertThat(outside.answers(thread)).hasSize(2).noneMatch(Outside::isForm);
        assertThat(outside.texts(PATIENT)).hasSize(1);
        patientCanOpen(outside.texts(PATIENT).getFirst().path("links").path(0).asString());
        assertThat(outside.messages()).filteredOn(message -> message.path("isBot").asBoolean())
                .allSatisfy(message -> assertThat(message.toString().replaceAll("\\D", ""))
                        .doesNotContain(PATIENT.substring(1)));
    }

    private static void patientCanOpen(String link) {
        HttpResponse<String> first = Outside.http("GET", link, null, Map.of());
        String location = first.headers().firstValue("Location").orElseThrow();
        String page = Outside.http("GET", URI.create(link).resolve(location).toString(), null, Map.of())
                .body();
        assertThat(page).contains("Waiting for your care team");
    }

    @Test
    void refusesEventsThatAreForgedOrTooLarge() {
        String event = "{\"resource\":\"messages\",\"event\":\"created\",\"data\":{\"id\":\"forged\"}}";
        double refused = deployment.metrics().value("visit_events_total{outcome=\"refused\"}");

        assertThat(post(event, Map.of())).isEqualTo(401);
        assertThat(post(event, Map.of("X-Spark-Signature", "0".repeat(40)))).isEqualTo(401);
        assertThat(post("x".repeat(65 * 1024), Map.of("X-Spark-Signature", "0".repeat(40)))).isEqualTo(413);
        assertThat(deployment.metrics().value("visit_events_total{outcome=\"refused\"}")).isGreaterThan(refused);
    }

    private int post(String body, Map<String, String> headers) {
        HttpResponse<String> answer = Outside.http("POST", deployment.home() + "/webhooks/webex", body, headers);
        assertThat(answer.body()).isEmpty();
        return answer.statusCode();
    }

    @Test
    void keepsOpenFormWhenItIsStopped() {
        String thread = outside.say("lee", WARD, "@visit new patient-51");
        JsonNode form = outside.form(thread);
        assertThat(deployment.bot().stop()).isEqualTo(143);
        deployment.startBot();

        outside.submit("lee", form, inputs("patient-51", "+1 202 555 0151"));
        outside.result(thread);
        delivered(thread);
        assertThat(outside.texts("+12025550151")).hasSize(1);
    }

    @Test
    void goesOnWithVisitWhenItIsKilledBeforeTheResult() {
        String thread = outside.say("lee", WARD, "@visit new patient-52");
        JsonNode form = outside.form(thread);
        deployment.bot().kill();
        deployment.startBot();
        outside.fault(INSTANT_CONNECT_DOWN);
        outside.submit("lee", form, inputs("patient-52", "+1 202 555 0152"));
        outside.answer(thread, "still waiting");
        deployment.bot().kill();
        deployment.startBot();

        outside.clearFaults();
        outside.result(thread);
        delivered(thread);
        assertThat(outside.results(thread)).hasSize(1);
        assertThat(outside.texts("+12025550152")).hasSize(1);
    }

    /** By its own next try the first would go on after a minute. */
    @Test
    void goesOnWithWhatWaitsAsSoonAsInstantConnectIsBack() {
        outside.fault(Map.of("service", "instantconnect", "kind", "status", "status", 402));
        String first = outside.say("lee", WARD, "@visit new patient-57 +1 202 555 0157");
        outside.answer(first, "refuses us");
        outside.clearFaults();
        outside.fault(INSTANT_CONNECT_DOWN);
        String second = outside.say("ortiz", WARD, "@visit new patient-58 +1 202 555 0158");
        outside.answer(second, "still waiting");
        outside.clearFaults();

        Eventually.holds("the links of both", Duration.ofSeconds(15),
                () -> outside.results(first).size() == 1 && outside.results(second).size() == 1);
        assertThat(deployment.output()).contains("instant-connect answers again after");
    }

    @Test
    void showsHealthAndMeters() {
        delivered(outside.say("ortiz", WARD, "@visit new patient-55 +1 202 555 0155"));

        assertThat(deployment.get("/actuator/health").body()).contains("\"status\":\"UP\"", "Database");
        assertThat(deployment.get("/actuator/health/liveness").statusCode()).isEqualTo(200);
        assertThat(deployment.get("/actuator/health/readiness").body()).contains("UP", "Database", "Work queue");
        assertThat(List.of("visit_events_total{outcome=\"accepted\"}",
                "visit_api_calls_total{api=\"webex\",status=\"200\"}",
                "visit_api_calls_total{api=\"instant-connect\",status=\"200\"}",
                "visit_api_calls_total{api=\"twilio\",status=\"201\"}", "visit_visits_total{outcome=\"ready\"}",
                "visit_texts_total{status=\"delivered\"}"))
                .allSatisfy(name -> assertThat(deployment.metrics().value(name)).as(name).isPositive());
        assertThat(deployment.get("/sandbox").statusCode()).as("the sandbox in production").isEqualTo(404);
    }

    @Test
    void keepsWhoDidWhatSoThatAnEditShows() throws SQLException {
        String thread = outside.say("lee", WARD, "@visit new patient-56 +1 202 555 0156");
        String id = visitIn(text(outside.result(thread), "text"));
        delivered(thread);
        outside.answer(outside.say("ortiz", WARD, "@visit status " + id), "patient-56");
        outside.answer(outside.say("ortiz", WARD, "@visit invite " + id + " +1 900 234 5678"), "costs extra");

        VisitProcess.Finished export = deployment.run("audit", "export", "--format", "json", "--visit", id);
        JsonNode entries = JsonMapper.shared().readTree(export.output()).path("entries");
        assertThat(export.status()).isZero();
        assertThat(export.errors()).contains("entries exported", "with hash");
        assertThat(entries.findValuesAsString("event")).containsSubsequence("asked", "links-made", "text-asked",
                "text-sent", "text-delivered", "looked-at", "refused");
        assertThat(entries.get(entries.size() - 1).path("email").asString()).isEqualTo("nurse.ortiz@example.org");
        assertThat(export.output()).doesNotContain("patient-56", "http", "2025550156", "9002345678");
        VisitProcess.Finished verified = deployment.run("audit", "verify");
        assertThat(verified.output()).contains("is whole");
        assertThat(verified.status()).isZero();

        long number = entries.get(0).path("number").asLong();
        edit("update audit set email = 'x' || email where number = " + number);
        VisitProcess.Finished broken = deployment.run("audit", "verify");
        edit("update audit set email = substr(email, 2) where number = " + number);
        assertThat(broken.errors()).contains("broken at entry " + number);
        assertThat(broken.status()).isEqualTo(1);
    }

    private static String visitIn(String words) {
        Matcher id = Pattern.compile("V-[A-Z0-9]{4,}").matcher(words);
        assertThat(id.find()).as(words).isTrue();
        return id.group();
    }

    private void edit(String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(deployment.database() + "?busy_timeout=10000")) {
            connection.createStatement().execute("drop trigger if exists audit_is_not_edited");
            connection.createStatement().execute(sql);
        }
    }

    @Test
    void givesAuditorTheRecordAsAFile() {
        outside.answer(outside.say("lee", WARD, "@visit audit"), "1:1");
        String asked = outside.say("ortiz", "Nurse Ortiz", "audit");

        JsonNode answer = outside.answer(asked, "entries of the audit");
        JsonNode file = answer.path("files").path(0);
        assertThat(text(file, "name")).matches("visit-audit-\\d+\\.csv");
        assertThat(Outside.http("GET", outside.home() + text(file, "href"), null, Map.of()).body())
                .startsWith("\uFEFFnumber,at,event,").contains("audit-exported", "nurse.ortiz@example.org");
        outside.answer(outside.say("lee", "Dr. Lee", "audit"), "for auditors");
    }

    @Test
    void switchesItsWebhooksOnAgain() {
        outside.post("/webhooks/off", Map.of());
        assertThat(deployment.webhooksAreOn()).isFalse();

        Eventually.holds("the webhooks are on again", Duration.ofSeconds(90), deployment::webhooksAreOn);
        outside.answer(outside.say("lee", WARD, "@visit whoami"), "dr.lee@example.org");
    }

    @Test
    void sendsTextOnceThoughAnswerOfTheServiceIsLost() {
        outside.fault(Map.of("service", "twilio", "kind", "accept-then-fail", "times", 1, "method", "POST"));
        String thread = outside.say("lee", WARD, "@visit new patient-53 +1 202 555 0153");

        delivered(thread);
        assertThat(outside.texts("+12025550153")).hasSize(1);
    }

    @Test
    void goesOnWithANewTokenWithoutANewStart() {
        outside.post("/token", Map.of("token", "sandbox-new-token"));
        String thread = outside.say("lee", WARD, "@visit whoami");
        Eventually.holds("health shows the alarm",
                () -> deployment.get("/actuator/health").body().contains("Webex refuses the token."));
        assertThat(deployment.get("/actuator/health/readiness").statusCode()).isEqualTo(200);
        assertThat(deployment.metrics().value("visit_token_refused{api=\"webex\"}")).isEqualTo(1);

        deployment.giveToken("sandbox-new-token");
        HttpResponse<String> answer = Outside.http("POST", deployment.home() + "/actuator/reload", "{}",
                Map.of("Authorization", "Bearer " + Metrics.TOKEN));

        assertThat(answer.body()).contains("WEBEX_BOT_TOKEN").doesNotContain("sandbox-new-token");
        outside.answer(thread, "dr.lee@example.org");
        assertThat(deployment.metrics().value("visit_token_refused{api=\"webex\"}")).isZero();
        assertThat(deployment.bot().output().lines().filter(line -> line.contains(" ERROR "))).singleElement()
                .asString().contains("webex refuses the token in WEBEX_BOT_TOKEN");
        deployment.giveToken("sandbox-bot-token");
        outside.post("/token", Map.of("token", "sandbox-bot-token"));
        Outside.http("POST", deployment.home() + "/actuator/reload", "{}",
                Map.of("Authorization", "Bearer " + Metrics.TOKEN));
    }

    @Test
    void standsWebexThatAsksForPatience() {
        outside.fault(Map.of("service", "webex", "kind", "status", "status", 429, "retryAfter", 1, "times", 2));
        String thread = outside.say("ortiz", WARD, "@visit new patient-54 +1 202 555 0154");

        outside.result(thread);
        delivered(thread);
        assertThat(outside.results(thread)).hasSize(1);
    }
}
