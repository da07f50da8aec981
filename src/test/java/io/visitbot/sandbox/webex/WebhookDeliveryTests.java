package io.visitbot.sandbox.webex;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.visitbot.sandbox.Receiver;
import io.visitbot.sandbox.SandboxServer;
import io.visitbot.sandbox.SandboxServer.Reply;

import static org.assertj.core.api.Assertions.assertThat;

class WebhookDeliveryTests {

    private static final String WARD = WebexId.fixed("ROOM", "ward-3");
    private static final String SECRET = "s3cr3t-hook";
    private final Receiver receiver = new Receiver();

    @BeforeEach
    void reset() throws Exception {
        SandboxServer.reset();
    }

    @AfterEach
    void close() {
        receiver.close();
    }

    private Reply register(String resource) throws Exception {
        return SandboxServer.call("POST", "/v1/webhooks", SandboxServer.BOT, Map.of("name", "visitbot-" + resource,
                "targetUrl", receiver.url("/hook"), "resource", resource, "event", "created", "secret", SECRET));
    }

    @Test
    void signsAsWebexDoes() {
        assertThat(Webhooks.signature(SECRET, "{\"id\":\"wh1\",\"resource\":\"messages\",\"event\":\"created\"}"))
                .isEqualTo("b075e515be9c07f3195320bc17d74f80db1d571e");
    }

    @Test
    void deliversMentionsSignedAndInOrder() throws Exception {
        register("messages");
        SandboxServer.type("lee", "Ward 3", "nothing for you");
        String first = SandboxServer.type("lee", "Ward 3", "@visit new bed-seven");
        String second = SandboxServer.type("ortiz", "Ward 3", "@Visit two");
        Receiver.Delivery delivery = receiver.next();
        assertThat(delivery.header("X-Spark-Signature")).isEqualTo(Webhooks.signature(SECRET, delivery.body()));
        assertThat(delivery.json().path("data").path("id").asString()).isEqualTo(first);
        assertThat(delivery.json().path("data").path("roomType").asString()).isEqualTo("group");
        assertThat(delivery.body()).doesNotContain("bed-seven");
        assertThat(receiver.next().json().path("data").path("id").asString()).isEqualTo(second);
    }

    @Test
    void deliversDirectMessagesAndTheBotsOwnButNoEdits() throws Exception {
        register("messages");
        SandboxServer.type("lee", "Dr. Lee", "help");
        receiver.next();
        String own = SandboxServer.call("POST", "/v1/messages", SandboxServer.BOT,
                Map.of("roomId", WARD, "text", "working")).text("id");
        assertThat(receiver.next().json().path("data").path("id").asString()).isEqualTo(own);
        SandboxServer.call("PUT", "/v1/messages/" + own, SandboxServer.BOT, Map.of("roomId", WARD, "text", "done"));
        String after = SandboxServer.type("lee", "Dr. Lee", "after");
        assertThat(receiver.next().json().path("data").path("id").asString()).isEqualTo(after);
    }

    @Test
    void deliversCardsAndMemberships() throws Exception {
        register("attachmentActions");
        register("memberships");
        String card = SandboxServer.call("POST", "/v1/messages", SandboxServer.BOT,
                Map.of("roomId", WARD, "text", "form", "attachments",
                        List.of(Map.of("contentType", "application/vnd.microsoft.card.adaptive", "content",
                                Map.of("type", "AdaptiveCard", "version", "1.3")))))
                .text("id");
        SandboxServer.call("POST", "/sandbox/api/actions", null,
                Map.of("as", "lee", "messageId", card, "inputs", Map.of("label", "x")));
        Receiver.Delivery action = receiver.next();
        assertThat(action.json().path("data").path("messageId").asString()).isEqualTo(card);
        assertThat(action.body()).doesNotContain("label");
        SandboxServer.call("POST", "/sandbox/api/memberships", null,
                Map.of("as", "lee", "spaceId", SandboxServer.space("Cardiology")));
        assertThat(receiver.next().json().path("data").path("personEmail").asString()).isEqualTo("visit@webex.bot");
    }

    @Test
    void repeatsTheLastEventByteByByte() throws Exception {
        register("messages");
        SandboxServer.type("lee", "Dr. Lee", "help");
        String body = receiver.next().body();
        assertThat(SandboxServer.call("POST", "/sandbox/api/webhooks/repeat", null, null).status()).isEqualTo(200);
        assertThat(receiver.next().body()).isEqualTo(body);
    }

    @Test
    void deliversAgainOnceSetActive() throws Exception {
        Reply hook = register("messages");
        SandboxServer.call("POST", "/sandbox/api/webhooks/off", null, null);
        String path = "/v1/webhooks/" + hook.text("id");
        assertThat(SandboxServer.call("GET", path, SandboxServer.BOT, null).text("status")).isEqualTo("inactive");
        SandboxServer.type("lee", "Dr. Lee", "unheard");
        Reply healed = SandboxServer.call("PUT", path, SandboxServer.BOT, Map.of("name", "x", "targetUrl",
                receiver.url("/hook"), "status", "active", "resource", "rooms"));
        assertThat(healed.text("status")).isEqualTo("active");
        assertThat(healed.text("resource")).isEqualTo("messages");
        String heard = SandboxServer.type("lee", "Dr. Lee", "heard");
        assertThat(receiver.next().json().path("data").path("id").asString()).isEqualTo(heard);
    }

    @Test
    void switchesOffAfterHundredFailuresInFiveMinutes() {
        Failures failures = new Failures();
        Instant now = Instant.parse("2026-01-05T10:00:00Z");
        for (int i = 0; i < 99; i++) {
            assertThat(failures.failed(now)).isFalse();
        }
        assertThat(failures.failed(now)).isTrue();
        assertThat(failures.failed(now.plus(Duration.ofMinutes(4)))).isTrue();
        assertThat(failures.failed(now.plus(Duration.ofMinutes(10)))).isFalse();
    }

    @Test
    void forgetsFailuresOfMoreThanFiveMinutesAgo() {
        Failures failures = new Failures();
        Instant now = Instant.parse("2026-01-05T10:00:00Z");
        for (int i = 0; i < 99; i++) {
            failures.failed(now);
        }
        assertThat(failures.failed(now.plus(Duration.ofMinutes(6)))).isFalse();
    }
}
