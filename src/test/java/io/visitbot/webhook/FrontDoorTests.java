package io.visitbot.webhook;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.CompletableFuture;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

import io.visitbot.platform.Ids;
import io.visitbot.platform.ManualTimer;
import io.visitbot.platform.Secret;
import io.visitbot.webex.Me;

import static org.assertj.core.api.Assertions.assertThat;

class FrontDoorTests {

    private static final String SECRET = "s3cr3t-hook";

    private final List<VerifiedEvent> kept = new ArrayList<>();
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final Me me = new Me(new FakeWebex().api());
    private Mono<Inbox.Receipt> receipt = Mono.just(Inbox.Receipt.ACCEPTED);
    private final WebTestClient webex = client(new Secret(SECRET), (_, _) -> Mono.never());

    @Test
    void keepsSignedEventAsItCame() {
        String body = recorded("message-created");

        post(body, signed(body)).expectStatus().isOk().expectBody().isEmpty();

        assertThat(kept)
                .containsExactly(new VerifiedEvent("messages:created:Y2lzbXNn", "messages", "created", body));
        assertThat(count("accepted")).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"attachmentActions", "memberships"})
    void keepsOtherNeededEvents(String resource) {
        String body = "{\"resource\":\"" + resource + "\",\"event\":\"created\",\"data\":{\"id\":\"1\"}}";

        post(body, signed(body)).expectStatus().isOk();

        assertThat(kept).extracting(VerifiedEvent::id).containsExactly(resource + ":created:1");
    }

    @Test
    void takesSignatureInCapitals() {
        String body = recorded("message-created");

        post(body, signed(body).toUpperCase(Locale.ROOT)).expectStatus().isOk();

        assertThat(kept).hasSize(1);
    }

    @Test
    void refusesRequestWhenSignatureDiffers() {
        String body = recorded("message-created");

        post(body, signed(body + " ")).expectStatus().isUnauthorized().expectBody().isEmpty();

        assertThat(kept).isEmpty();
        assertThat(count("refused")).isEqualTo(1);
    }

    @Test
    void refusesRequestWithoutSignature() {
        post(recorded("message-created"), null).expectStatus().isUnauthorized().expectBody().isEmpty();
        post("", null).expectStatus().isUnauthorized().expectBody().isEmpty();

        assertThat(kept).isEmpty();
        assertThat(count("refused")).isEqualTo(2);
    }

    @Test
    void refusesWhatIsTooLarge() {
        String body = " ".repeat(FrontDoor.MOST_BYTES + 1);

        post(body, signed(body)).expectStatus().isEqualTo(413).expectBody().isEmpty();

        assertThat(count("refused")).isEqualTo(1);
    }

    @Test
    void takesWhatIsJustNotTooLarge() {
        String event = recorded("message-created");
        String body = event + " ".repeat(FrontDoor.MOST_BYTES - event.length());

        post(body, signed(body)).expectStatus().isOk();

        assertThat(kept).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "not json", "[]", "null", "{\"resource\":",
            "{\"event\":\"created\",\"data\":{\"id\":\"1\"}}", "{\"resource\":\"messages\",\"data\":{\"id\":\"1\"}}",
            "{\"resource\":\"messages\",\"event\":\"created\",\"data\":{}}",
            "{\"resource\":\"messages\",\"event\":\"created\",\"data\":{\"id\":null}}",
            "{\"resource\":\"messages\",\"event\":\"created\",\"data\":7}",
            "{\"resource\":\"rooms\",\"event\":\"created\",\"data\":{\"id\":\"1\"}}",
            "{\"resource\":\"messages\",\"event\":\"updated\",\"data\":{\"id\":\"1\"}}",
            "{\"resource\":\"messages\",\"event\":\"deleted\",\"data\":{\"id\":\"1\"}}"})
    void dropsWhatIsSignedButUseless(String body) {
        post(body, signed(body)).expectStatus().isOk().expectBody().isEmpty();

        assertThat(kept).isEmpty();
        assertThat(count("dropped")).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\\u0000b", "a\\nERROR b", "a\\ud800b", "a b", "\u00e9"})
    void dropsWhatHasAnIdThatWebexNeverMakes(String id) {
        String body = "{\"resource\":\"messages\",\"event\":\"created\",\"data\":{\"id\":\"" + id + "\"}}";
        post(body, signed(body)).expectStatus().isOk().expectBody().isEmpty();

        assertThat(kept).isEmpty();
    }

    @Test
    void dropsWhatHasAnIdTooLongForAKey() {
        String body = "{\"resource\":\"messages\",\"event\":\"created\",\"data\":{\"id\":\"" + "A".repeat(1001)
                + "\"}}";
        post(body, signed(body)).expectStatus().isOk();

        assertThat(kept).isEmpty();
    }

    @Test
    void dropsOwnMessagesOnceItKnowsItself() {
        String body = "{\"resource\":\"messages\",\"event\":\"created\",\"data\":{\"id\":\"1\",\"personId\":\"bot\"}}";
        post(body, signed(body)).expectStatus().isOk();
        assertThat(kept).hasSize(1);

        assertThat(me.person().toFuture().join()).isEqualTo(FakeWebex.BOT);
        post(body, signed(body)).expectStatus().isOk();

        assertThat(kept).hasSize(1);
        assertThat(count("dropped")).isEqualTo(1);
    }

    @Test
    void keepsOwnMembership() {
        me.person().toFuture().join();
        String body = "{\"resource\":\"memberships\",\"event\":\"created\",\"data\":{\"id\":\"1\",\"personId\":\"bot\"}}";

        post(body, signed(body)).expectStatus().isOk();

        assertThat(kept).hasSize(1);
    }

    @Test
    void takesDuplicateQuietly() {
        receipt = Mono.just(Inbox.Receipt.DUPLICATE);
        String body = recorded("message-created");

        post(body, signed(body)).expectStatus().isOk().expectBody().isEmpty();

        assertThat(count("duplicate")).isEqualTo(1);
    }

    @Test
    void asksToComeAgainWhereInboxIsFull() {
        receipt = Mono.just(Inbox.Receipt.FULL);
        String body = recorded("message-created");

        post(body, signed(body)).expectStatus().isEqualTo(503).expectHeader().valueEquals("Retry-After", "1")
                .expectBody().isEmpty();

        assertThat(count("refused")).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"failed", "broken", "silent"})
    void neverSaysOkToWhatIsNotKept(String how) {
        receipt = switch (how) {
            case "failed" -> Mono.just(Inbox.Receipt.FAILED);
            case "broken" -> Mono.error(new IllegalStateException("disk"));
            default -> Mono.empty();
        };
        String body = recorded("message-created");

        post(body, signed(body)).expectStatus().isEqualTo(503).expectBody().isEmpty();

        assertThat(count("refused")).isEqualTo(1);
    }

    @Test
    void endsTheWaitForAnInboxThatIsSilent() {
        ManualTimer time = new ManualTimer();
        receipt = Mono.never();
        CompletableFuture<Duration> passing = time.passSoon(FrontDoor.LONGEST_WAIT);
        String body = recorded("message-created");

        client(new Secret(SECRET), (_, _) -> Mono.never(), time).post().uri("/webhooks/webex")
                .header("X-Spark-Signature", signed(body)).bodyValue(body).exchange().expectStatus().isEqualTo(503)
                .expectHeader().valueEquals("Retry-After", "5");

        assertThat(passing).succeedsWithin(Duration.ofSeconds(10));
        assertThat(count("refused")).isEqualTo(1);
    }

    @Test
    void usesTheSecretThatIsKept() {
        String body = recorded("message-created");

        client(null, (_, _) -> Mono.just(SECRET)).post().uri("/webhooks/webex").header("X-Spark-Signature",
                signed(body)).bodyValue(body).exchange().expectStatus().isOk();

        assertThat(kept).hasSize(1);
    }

    @Test
    void cannotJudgeWithoutItsSecret() {
        String body = recorded("message-created");

        client(null, (_, _) -> Mono.error(new IllegalStateException("disk"))).post().uri("/webhooks/webex")
                .header("X-Spark-Signature", signed(body)).bodyValue(body).exchange().expectStatus().isEqualTo(503);
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "PUT", "DELETE", "PATCH", "HEAD"})
    void knowsNoOtherVerb(String verb) {
        webex.method(HttpMethod.valueOf(verb)).uri("/webhooks/webex").exchange()
                .expectStatus().isEqualTo(405).expectHeader().valueEquals("Allow", "POST").expectBody().isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Inbox.Receipt.class)
    void countsEachEventOnce(Inbox.Receipt outcome) {
        receipt = Mono.just(outcome);
        String body = recorded("message-created");

        post(body, signed(body));

        assertThat(meters.find("visit.events").counters()).hasSize(1).allMatch(counter -> counter.count() == 1);
    }

    private WebTestClient client(@Nullable Secret configured, SecretStore store) {
        return client(configured, store, Schedulers.parallel());
    }

    private WebTestClient client(@Nullable Secret configured, SecretStore store, Scheduler timer) {
        WebhookSecret secret = new WebhookSecret(configured, store, new Ids(new Random(1)));
        FrontDoor door = new FrontDoor(secret, WantedHooks.fromManifest(), me, this::accept, meters, timer);
        return WebTestClient.bindToRouterFunction(door.routes()).build();
    }

    private Mono<Inbox.Receipt> accept(VerifiedEvent event) {
        kept.add(event);
        return receipt;
    }

    private WebTestClient.ResponseSpec post(String body, @Nullable String signature) {
        return webex.post().uri("/webhooks/webex").contentType(MediaType.APPLICATION_JSON).headers(headers -> {
            if (signature != null) {
                headers.set("X-Spark-Signature", signature);
            }
        }).bodyValue(body).exchange();
    }

    static String signed(String body) {
        try {
            Mac mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(SECRET.getBytes(StandardCharsets.UTF_8), "HmacSHA1"));
            return HexFormat.of().formatHex(mac.doFinal(body.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException absent) {
            throw new IllegalStateException(absent);
        }
    }

    static String recorded(String name) {
        try (InputStream file = FrontDoorTests.class.getResourceAsStream(name + ".json")) {
            return new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException missing) {
            throw new IllegalStateException(missing);
        }
    }

    private double count(String outcome) {
        return meters.counter("visit.events", "outcome", outcome).count();
    }
}
