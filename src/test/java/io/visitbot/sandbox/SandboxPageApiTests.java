package io.visitbot.sandbox;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

class SandboxPageApiTests {

    @BeforeEach
    void reset() throws Exception {
        SandboxServer.reset();
    }

    @Test
    void showsTheCastAtTheBeginning() throws Exception {
        JsonNode state = SandboxServer.state();
        assertThat(state.path("people").findValuesAsString("key")).containsExactly("lee", "ortiz", "vendor");
        assertThat(state.path("spaces").findValuesAsString("title")).containsExactly("Ward 3", "Cardiology", "Dr. Lee",
                "Nurse Ortiz");
        assertThat(state.path("devices").findValuesAsString("name")).containsExactly("Room 3", "Tele-cart");
        assertThat(state.path("messages").size()).isZero();
    }

    @Test
    void showsMessagesAsTheyStand() throws Exception {
        String id = SandboxServer.call("POST", "/v1/messages", SandboxServer.BOT,
                Map.of("roomId", SandboxServer.space("Ward 3"), "markdown", "**Ready**  \nsee <https://x.example/a>"))
                .text("id");
        SandboxServer.call("PUT", "/v1/messages/" + id, SandboxServer.BOT,
                Map.of("roomId", SandboxServer.space("Ward 3"), "markdown", "**Done** <script>alert(1)</script>"));
        JsonNode message = SandboxServer.state().path("messages").path(0);
        assertThat(message.path("html").asString()).isEqualTo("<p><strong>Done</strong> </p>");
        assertThat(message.path("text").asString()).isEqualTo("Done");
        assertThat(message.path("edits").asInt()).isEqualTo(1);
        assertThat(message.path("isBot").asBoolean()).isTrue();
        assertThat(message.path("parentId").isNull()).isTrue();
    }

    @Test
    void givesOutTheFileOfAMessage() throws Exception {
        SandboxServer.multipart(SandboxServer.BOT,
                Map.of("roomId", SandboxServer.space("Ward 3"), "text", "x", "files/a.csv", "a,b"));
        JsonNode file = SandboxServer.state().path("messages").path(0).path("files").path(0);
        assertThat(file.path("name").asString()).isEqualTo("a.csv");
        assertThat(SandboxServer.call("GET", file.path("href").asString(), null, null).response().body())
                .isEqualTo("a,b");
        assertThat(SandboxServer.call("GET", "/sandbox/api/files/x", null, null).status()).isEqualTo(404);
    }

    @Test
    void derivesTextFromMarkdown() throws Exception {
        SandboxServer.call("POST", "/v1/messages", SandboxServer.BOT, Map.of("roomId", SandboxServer.space("Ward 3"),
                "markdown", "**Ready**  \nsee [it](sip:27@x.example)\n\n- one\n- two"));
        JsonNode message = SandboxServer.state().path("messages").path(0);
        assertThat(message.path("text").asString()).isEqualTo("Ready\nsee it\none\ntwo");
        assertThat(message.path("html").asString()).contains("<a href=\"sip:27@x.example\">it</a>");
    }

    @Test
    void addsAndRemovesTheBot() throws Exception {
        Map<String, String> membership = Map.of("as", "lee", "spaceId", SandboxServer.space("Cardiology"));
        String path = "/sandbox/api/memberships";
        assertThat(SandboxServer.call("POST", path, null, membership).status()).isEqualTo(200);
        assertThat(SandboxServer.call("POST", path, null, membership).status()).isEqualTo(409);
        assertThat(SandboxServer.call("DELETE", path, null, membership).status()).isEqualTo(200);
        assertThat(SandboxServer.call("DELETE", path, null, membership).status()).isEqualTo(404);
    }

    static Stream<Arguments> refused() {
        return Stream.of(Arguments.of("/messages", Map.of("as", "nobody", "spaceId", "x", "text", "x"), 404),
                Arguments.of("/messages", Map.of("as", "lee", "spaceId", "x", "text", "x"), 404),
                Arguments.of("/messages", Map.of("as", "lee", "text", "x"), 400),
                Arguments.of("/actions", Map.of("as", "lee", "messageId", "x"), 404),
                Arguments.of("/devices/none/answer", Map.of(), 404),
                Arguments.of("/devices/room-3/answer", Map.of(), 409),
                Arguments.of("/phones/abc/reply", Map.of("body", "x"), 400),
                Arguments.of("/webhooks/repeat", Map.of(), 409));
    }

    @ParameterizedTest
    @MethodSource("refused")
    void refusesInASentence(String path, Map<String, String> body, int status) throws Exception {
        SandboxServer.Reply reply = SandboxServer.call("POST", "/sandbox/api" + path, null, body);
        assertThat(reply.status()).isEqualTo(status);
        assertThat(reply.text("message")).endsWith(".");
    }

    @Test
    void tellsChangesLive() throws Exception {
        CompletableFuture<String> told = new CompletableFuture<>();
        HttpRequest request = HttpRequest.newBuilder(URI.create(SandboxServer.home() + "/sandbox/api/events")).build();
        try (HttpClient http = HttpClient.newHttpClient()) {
            CompletableFuture<?> reading = http.sendAsync(request, HttpResponse.BodyHandlers.ofLines())
                    .thenAccept(response -> response.body().filter(line -> line.startsWith("data:")).findFirst()
                            .ifPresent(told::complete));
            SandboxServer.type("lee", "Ward 3", "hello");
            assertThat(told.get(5, TimeUnit.SECONDS)).matches("data:\\{\"version\":\\d+}");
            reading.cancel(true);
            http.shutdownNow();
        }
    }

    @Test
    void givesTheEndpointsByTheirSettings() throws Exception {
        JsonNode endpoints = SandboxServer.call("GET", "/sandbox/api/endpoints", null, null).json();
        assertThat(endpoints.path("WEBEX_API_URL").asString()).isEqualTo(SandboxServer.home() + "/v1");
        assertThat(List.of("IC_API_URL", "TWILIO_AUTH_TOKEN", "IC_CLIENT_BASEURL"))
                .allSatisfy(name -> assertThat(endpoints.has(name)).isTrue());
    }

    @Test
    void guardsThePageByHeaders() throws Exception {
        HttpResponse<String> response = SandboxServer.call("GET", "/sandbox/visit/visit.css", null, null).response();
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.headers().firstValue("Content-Security-Policy"))
                .contains(
                        "default-src 'self'; style-src 'self'; img-src 'self' data:; base-uri 'none'; frame-ancestors 'none'");
        assertThat(response.headers().firstValue("Cache-Control")).contains("no-store");
        assertThat(response.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
        assertThat(response.headers().firstValue("Referrer-Policy")).contains("no-referrer");
    }
}
