package io.visitbot.platform;

import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.HttpMethod;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static org.assertj.core.api.Assertions.assertThat;

class ApiClientTests {

    private static final ApiTimeouts TIMEOUTS = new ApiTimeouts(Duration.ofSeconds(3), Duration.ofSeconds(10),
            Duration.ofSeconds(30));

    private final WireMockServer service = new WireMockServer(options().dynamicPort());
    private final ManualTimer timer = new ManualTimer();
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final ApiClient client = new ApiClient("service", TIMEOUTS,
            RetryPolicy.interactive(timer, new java.util.Random(1)),
            OpenGates.with(timer, meters).of("service", "service", null), meters);

    @BeforeEach
    void start() {
        service.start();
    }

    @AfterEach
    void stop() {
        service.stop();
    }

    @Test
    void readsAnswer() throws Exception {
        answers(okJson("{\"name\":\"Visit\"}"));

        assertThat(call(HttpMethod.GET).get(10, TimeUnit.SECONDS)).hasToString("{\"name\":\"Visit\"}");
        assertThat(count("200")).isEqualTo(1);
    }

    @Test
    void takesEmptyAnswer() throws Exception {
        answers(aResponse().withStatus(204));

        assertThat(call(HttpMethod.DELETE).get(10, TimeUnit.SECONDS)).isNull();
        assertThat(count("204")).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({"401,MISCONFIGURED", "402,MISCONFIGURED", "400,REFUSED", "403,REFUSED", "409,REFUSED", "404,GONE",
            "410,GONE", "302,REFUSED"})
    void classifiesRefusalsAndAsksOnce(int status, ApiException.Kind kind) throws Exception {
        answers(aResponse().withStatus(status).withHeader("trackingId", "ROUTERGW_1")
                .withBody("{\"message\":\"No such thing.\",\"trackingId\":\"ROUTERGW_2\"}"));

        ApiException failure = failure(call(HttpMethod.GET));

        assertThat(failure.kind()).isEqualTo(kind);
        assertThat(failure.status()).isEqualTo(status);
        assertThat(failure.reference()).isEqualTo("ROUTERGW_1");
        assertThat(failure.reason()).isEqualTo("No such thing.");
        assertThat(failure.mayHaveBeenProcessed()).isFalse();
        assertThat(failure).hasMessage("service " + kind + " status " + status + " tracking ROUTERGW_1");
        assertThat(asked()).isEqualTo(1);
        assertThat(count(Integer.toString(status))).isEqualTo(1);
    }

    @Test
    void readsTrackingIdFromBodyWithoutHeader() throws Exception {
        answers(aResponse().withStatus(404).withBody("{\"trackingId\":\"ROUTERGW_2\"}"));

        assertThat(failure(call(HttpMethod.GET)).reference()).isEqualTo("ROUTERGW_2");
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "POST"})
    void repeatsAfterShortRetryAfter(String verb) throws Exception {
        answers(aResponse().withStatus(429).withHeader("Retry-After", "3").withHeader("Content-Type", "text/html")
                .withBody("<html>slow down</html>"), okJson("{}"));

        CompletableFuture<@Nullable JsonNode> answer = call(HttpMethod.valueOf(verb));
        timer.pass(between(3_000, 3_250));

        assertThat(answer.get(10, TimeUnit.SECONDS)).isEmpty();
        assertThat(asked()).isEqualTo(2);
        assertThat(count("429")).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource(nullValues = "none", value = {"none,15", "3600,3600", "999999999,3600", "99999999999999999999,15",
            "-5,15", "Wed 21 Oct,15", "6,6"})
    void leavesLongPauseToItsCaller(@Nullable String header, long seconds) throws Exception {
        ResponseDefinitionBuilder limited = aResponse().withStatus(429);
        answers(header == null ? limited : limited.withHeader("Retry-After", header));

        ApiException failure = failure(call(HttpMethod.GET));

        assertThat(failure.kind()).isEqualTo(ApiException.Kind.LIMITED);
        assertThat(failure.retryAfter()).hasValue(Duration.ofSeconds(seconds));
        assertThat(failure.mayHaveBeenProcessed()).isFalse();
        assertThat(asked()).isEqualTo(1);
    }

    @Test
    void treatsLockedAsLimited() throws Exception {
        answers(aResponse().withStatus(423));

        assertThat(failure(call(HttpMethod.GET)).kind()).isEqualTo(ApiException.Kind.LIMITED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "PUT", "DELETE"})
    void repeatsSafeVerbsAfterTroubleWithBackOff(String verb) throws Exception {
        answers(aResponse().withStatus(500).withHeader("Content-Type", "text/html").withBody("<html>"),
                aResponse().withStatus(503), okJson("{}"));

        CompletableFuture<@Nullable JsonNode> answer = call(HttpMethod.valueOf(verb));
        timer.pass(between(125, 250));
        timer.pass(between(250, 500));

        assertThat(answer.get(10, TimeUnit.SECONDS)).isEmpty();
        assertThat(asked()).isEqualTo(3);
    }

    @Test
    void givesUpAfterThreeTries() throws Exception {
        answers(aResponse().withStatus(502));

        CompletableFuture<@Nullable JsonNode> answer = call(HttpMethod.GET);
        timer.pass(between(125, 250));
        timer.pass(between(250, 500));

        assertThat(failure(answer).status()).isEqualTo(502);
        assertThat(asked()).isEqualTo(3);
        assertThat(count("502")).isEqualTo(3);
    }

    @Test
    void waitsAsLongAsUnavailableServiceSays() throws Exception {
        answers(aResponse().withStatus(503).withHeader("Retry-After", "2"), okJson("{}"));

        CompletableFuture<@Nullable JsonNode> answer = call(HttpMethod.GET);
        timer.pass(between(2_000, 2_250));

        assertThat(answer.get(10, TimeUnit.SECONDS)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {408, 500, 503})
    void neverRepeatsPostThatMayHaveBeenProcessed(int status) throws Exception {
        answers(aResponse().withStatus(status));

        ApiException failure = failure(call(HttpMethod.POST));

        assertThat(failure.kind()).isEqualTo(ApiException.Kind.UNAVAILABLE);
        assertThat(failure.mayHaveBeenProcessed()).isTrue();
        assertThat(asked()).isEqualTo(1);
    }

    @Test
    void endsSlowAttempt() throws Exception {
        answers(okJson("{}").withFixedDelay(60_000));

        CompletableFuture<@Nullable JsonNode> answer = call(HttpMethod.POST);
        timer.pass(TIMEOUTS.attempt());

        ApiException failure = failure(answer);
        assertThat(failure.kind()).isEqualTo(ApiException.Kind.UNAVAILABLE);
        assertThat(failure.mayHaveBeenProcessed()).isTrue();
        assertThat(count("none")).isEqualTo(1);
    }

    @Test
    void endsCallThatTakesTooLongAltogether() throws Exception {
        answers(aResponse().withStatus(500));

        CompletableFuture<@Nullable JsonNode> answer = call(HttpMethod.GET);
        timer.pass(TIMEOUTS.total());

        assertThat(failure(answer).kind()).isEqualTo(ApiException.Kind.UNAVAILABLE);
    }

    @ParameterizedTest
    @EnumSource(value = Fault.class, names = {"EMPTY_RESPONSE", "CONNECTION_RESET_BY_PEER", "MALFORMED_RESPONSE_CHUNK",
            "RANDOM_DATA_THEN_CLOSE"})
    void takesCutAnswersAsTroubleThatMayHaveBeenProcessed(Fault fault) throws Exception {
        answers(aResponse().withFault(fault));

        ApiException failure = failure(call(HttpMethod.POST));

        assertThat(failure.kind()).isEqualTo(ApiException.Kind.UNAVAILABLE);
        assertThat(failure.mayHaveBeenProcessed()).isTrue();
        assertThat(asked()).isEqualTo(1);
    }

    @Test
    void repeatsGetAfterCutConnection() throws Exception {
        answers(aResponse().withFault(Fault.EMPTY_RESPONSE), okJson("{}"));

        CompletableFuture<@Nullable JsonNode> answer = call(HttpMethod.GET);
        timer.pass(between(125, 250));

        assertThat(answer.get(10, TimeUnit.SECONDS)).isEmpty();
    }

    @Test
    void repeatsEvenPostWhereNobodyListens() throws Exception {
        URI nobody = unusedPort();

        CompletableFuture<@Nullable JsonNode> answer = call(HttpMethod.POST, nobody);
        timer.pass(between(125, 250));
        timer.pass(between(250, 500));

        ApiException failure = failure(answer);
        assertThat(failure.kind()).isEqualTo(ApiException.Kind.UNAVAILABLE);
        assertThat(failure.mayHaveBeenProcessed()).isFalse();
        assertThat(count("none")).isEqualTo(3);
    }

    @ParameterizedTest
    @CsvSource({"application/json,<html>", "application/json,'{\"name\":'", "text/html,<html>hello</html>",
            "application/json,''"})
    void saysUnreadableWithoutQuoting(String type, String body) throws Exception {
        answers(aResponse().withHeader("Content-Type", type).withBody(body));

        CompletableFuture<@Nullable JsonNode> answer = call(HttpMethod.GET);
        if (body.isEmpty()) {
            assertThat(answer.get(10, TimeUnit.SECONDS)).isNull();
            return;
        }

        ApiException failure = failure(answer);
        assertThat(failure.kind()).isEqualTo(ApiException.Kind.UNREADABLE);
        assertThat(failure.status()).isEqualTo(200);
        assertThat(failure).hasNoCause().hasMessage("service UNREADABLE status 200");
        assertThat(count("200")).isEqualTo(1);
    }

    @Test
    void refusesAnswerThatIsTooLarge() throws Exception {
        answers(okJson("\"" + "x".repeat(5 * 1024 * 1024) + "\""));

        assertThat(failure(call(HttpMethod.GET)).kind()).isEqualTo(ApiException.Kind.UNREADABLE);
    }

    @Test
    void asksAgainOnEachSubscription() throws Exception {
        answers(okJson("{}"));
        Mono<JsonNode> call = client.call(HttpMethod.GET, web -> web.get().uri(service.baseUrl()), JsonNode.class);

        call.toFuture().get(10, TimeUnit.SECONDS);
        call.toFuture().get(10, TimeUnit.SECONDS);

        assertThat(asked()).isEqualTo(2);
    }

    private CompletableFuture<@Nullable JsonNode> call(HttpMethod verb) {
        return call(verb, URI.create(service.baseUrl() + "/things"));
    }

    private CompletableFuture<@Nullable JsonNode> call(HttpMethod verb, URI uri) {
        return client.call(verb, web -> web.method(verb).uri(uri), JsonNode.class).toFuture();
    }

    private static ApiException failure(CompletableFuture<@Nullable JsonNode> answer) throws Exception {
        return (ApiException) answer.handle((_, error) -> error).get(10, TimeUnit.SECONDS);
    }

    private void answers(ResponseDefinitionBuilder... answers) {
        for (int i = 0; i < answers.length; i++) {
            service.stubFor(any(anyUrl()).inScenario("answers").whenScenarioStateIs(i == 0 ? "Started" : "answer " + i)
                    .willReturn(answers[i])
                    .willSetStateTo("answer " + Math.min(i + 1, answers.length - 1)));
        }
        if (answers.length == 1) {
            service.stubFor(any(anyUrl()).willReturn(answers[0]));
        }
    }

    private int asked() {
        return service.findAll(anyRequestedFor(anyUrl())).size();
    }

    private double count(String status) {
        return meters.counter("visit.api.calls", "api", "service", "status", status).count();
    }

    private static Predicate<Duration> between(long least, long most) {
        return pause -> pause.toMillis() >= least && pause.toMillis() <= most;
    }

    private static URI unusedPort() throws Exception {
        try (ServerSocket free = new ServerSocket(0)) {
            return URI.create("http://localhost:" + free.getLocalPort());
        }
    }
}
