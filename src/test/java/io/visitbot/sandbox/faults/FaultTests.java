package io.visitbot.sandbox.faults;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Flux;
import tools.jackson.databind.JsonNode;

import io.visitbot.sandbox.SandboxServer;
import io.visitbot.sandbox.SandboxServer.Reply;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class FaultTests {

    @BeforeEach
    void reset() throws Exception {
        SandboxServer.reset();
    }

    private static Reply order(Map<String, ?> fault) throws Exception {
        return SandboxServer.call("POST", "/sandbox/api/faults", null, fault);
    }

    private static Reply me() throws Exception {
        return SandboxServer.call("GET", "/v1/people/me", SandboxServer.BOT, null);
    }

    @Test
    void answersWithRetryAfterAsOftenAsOrdered() throws Exception {
        order(Map.of("service", "webex", "kind", "status", "status", 429, "retryAfter", 3, "times", 2));
        Reply first = me();
        assertThat(first.status()).isEqualTo(429);
        assertThat(first.response().headers().firstValue("Retry-After")).contains("3");
        assertThat(first.text("trackingId")).isNotEmpty();
        assertThat(me().status()).isEqualTo(429);
        assertThat(me().status()).isEqualTo(200);
    }

    @Test
    void answersWithoutRetryAfterUntilCleared() throws Exception {
        String id = order(Map.of("service", "webex", "kind", "status", "status", 429)).text("id");
        assertThat(me().response().headers().firstValue("Retry-After")).isEmpty();
        assertThat(SandboxServer.state().path("faults").path(0).path("id").asString()).isEqualTo(id);
        SandboxServer.call("DELETE", "/sandbox/api/faults/" + id, null, null);
        assertThat(me().status()).isEqualTo(200);
    }

    @Test
    void strikesOnlyTheServiceMethodAndPathNamed() throws Exception {
        order(Map.of("service", "twilio", "kind", "status"));
        order(Map.of("service", "webex", "kind", "status", "method", "POST"));
        order(Map.of("service", "webex", "kind", "status", "path", "/rooms"));
        assertThat(me().status()).isEqualTo(200);
        assertThat(SandboxServer.call("GET", "/v1/rooms", SandboxServer.BOT, null).status()).isEqualTo(500);
    }

    @Test
    void cutsTheConnection() throws Exception {
        order(Map.of("service", "webex", "kind", "down"));
        assertThatExceptionOfType(IOException.class).isThrownBy(FaultTests::me);
    }

    @Test
    void carriesOutAndThenCutsTheConnection() throws Exception {
        order(Map.of("service", "webex", "kind", "accept-then-fail", "times", 1, "method", "POST"));
        assertThatExceptionOfType(IOException.class).isThrownBy(() -> SandboxServer.call("POST", "/v1/rooms",
                SandboxServer.BOT, Map.of("title", "made all the same")));
        assertThat(SandboxServer.space("made all the same")).isNotEmpty();
    }

    @Test
    void carriesOutAndNeverAnswers() throws Exception {
        order(Map.of("service", "webex", "kind", "accept-then-hang", "times", 1, "method", "POST"));
        CompletableFuture<HttpResponse<String>> waiting = makeRoom("made in silence");

        String answer = Flux.interval(Duration.ofMillis(10)).map(_ -> lastAnswer())
                .filter(said -> said.contains("never answered")).blockFirst(Duration.ofSeconds(20));
        assertThat(answer).isEqualTo("carried out, then never answered");
        assertThat(SandboxServer.space("made in silence")).isNotEmpty();
        assertThat(waiting).isNotDone();
        waiting.cancel(true);
    }

    private static CompletableFuture<HttpResponse<String>> makeRoom(String title) throws Exception {
        return HttpClient.newHttpClient()
                .sendAsync(HttpRequest.newBuilder(URI.create(SandboxServer.home() + "/v1/rooms"))
                        .header("Authorization", "Bearer " + SandboxServer.BOT)
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString("{\"title\":\"" + title + "\"}")).build(),
                        HttpResponse.BodyHandlers.ofString());
    }

    private static String lastAnswer() {
        try {
            JsonNode calls = SandboxServer.state().path("calls");
            return calls.path(calls.size() - 1).path("responseBody").asString();
        } catch (Exception failure) {
            throw new IllegalStateException(failure);
        }
    }

    @Test
    void waits() throws Exception {
        order(Map.of("service", "webex", "kind", "slow", "ms", 300, "times", 1));
        long begun = System.nanoTime();
        assertThat(me().status()).isEqualTo(200);
        assertThat(System.nanoTime() - begun).isGreaterThan(300_000_000L);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"service\":\"fax\",\"kind\":\"down\"}", "{\"service\":\"webex\",\"kind\":\"sad\"}",
            "{\"kind\":\"down\"}", "{\"service\":\"webex\",\"kind\":\"status\",\"status\":200}", "nonsense"})
    void refusesNonsense(String fault) throws Exception {
        Reply reply = SandboxServer.call("POST", "/sandbox/api/faults", null, fault);
        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.text("message")).isNotEmpty();
    }

    @Test
    void logsCallsWithTheirBodies() throws Exception {
        SandboxServer.call("POST", "/v1/rooms", SandboxServer.BOT, Map.of("title", "Logged"));
        JsonNode calls = SandboxServer.state().path("calls");
        JsonNode call = calls.path(calls.size() - 1);
        assertThat(call.path("direction").asString()).isEqualTo("in");
        assertThat(call.path("from").asString()).isEqualTo("bot");
        assertThat(call.path("to").asString()).isEqualTo("webex");
        assertThat(call.path("status").asInt()).isEqualTo(200);
        assertThat(call.path("tracking").asString()).startsWith("ROUTERGW_");
        assertThat(call.path("requestBody").asString()).contains("Logged");
        assertThat(call.path("responseBody").asString()).contains("Logged");
    }
}
