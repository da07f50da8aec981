package io.visitbot.webhook;

import java.nio.charset.StandardCharsets;
import java.util.Random;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.Test;
import org.quicktheories.core.Gen;
import org.springframework.test.web.reactive.server.WebTestClient;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

import io.visitbot.platform.Generated;
import io.visitbot.platform.Ids;
import io.visitbot.platform.Secret;
import io.visitbot.webex.Me;

import static org.assertj.core.api.Assertions.assertThat;

class FrontDoorFuzzTests {

    private static final Gen<String> BODIES = Generated.text("{", "}", "[", "]", ":", ",", "\"", "\"resource\"",
            "\"messages\"", "\"event\":\"created\"", "\"data\":{", "\"id\":", "\"personId\"", "null", "true", "1e999",
            "-", "0.1", "\\u0000", "\\ud800", "\u0000",
            "{\"resource\":\"messages\",\"event\":\"created\",\"data\":{\"id\":\"1\"}}");
    private static final Gen<String> SIGNATURES = Generated.text("sha256=", "sha-256=", "0123456789abcdef", "A", "=",
            ",",
            " ", ";", "v1=", FrontDoorTests.signed("{}"));

    private int accepted;
    private final WebTestClient webex = WebTestClient.bindToRouterFunction(new FrontDoor(
            new WebhookSecret(new Secret("s3cr3t-hook"), (_, _) -> Mono.never(), new Ids(new Random(1))),
            WantedHooks.fromManifest(), new Me(new FakeWebex().api()), this::accept, new SimpleMeterRegistry(),
            Schedulers.parallel()).routes()).build();

    @Test
    void answersWellToWhateverIsSigned() {
        Generated.each(BODIES, body -> webex.post().uri(FrontDoor.PATH)
                .header("X-Spark-Signature", FrontDoorTests.signed(body))
                .bodyValue(body.getBytes(StandardCharsets.UTF_8)).exchange().expectStatus().isOk());
        assertThat(accepted).as("events among it").isPositive();
    }

    @Test
    void refusesWhateverIsSignedByAnother() {
        Generated.each(SIGNATURES, BODIES, (signature, body) -> webex.post().uri(FrontDoor.PATH)
                .header("X-Spark-Signature", printable(signature)).header("X-Webex-Signature", printable(signature))
                .bodyValue((body + ".").getBytes(StandardCharsets.UTF_8)).exchange().expectStatus().isUnauthorized());
        assertThat(accepted).isZero();
    }

    private Mono<Inbox.Receipt> accept(VerifiedEvent event) {
        assertThat(event.id()).startsWith(event.resource() + ":" + event.event() + ":");
        accepted++;
        return Mono.just(Inbox.Receipt.ACCEPTED);
    }

    /** What can stand in a header at all; Netty refuses the rest before we see it. */
    private static String printable(String text) {
        return text.replaceAll("[^ -~]", "");
    }
}
