package io.visitbot.webhook;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;

import javax.imageio.ImageIO;

import org.junit.jupiter.api.Test;
import org.springframework.core.io.ClassPathResource;
import reactor.core.publisher.Mono;
import reactor.test.scheduler.VirtualTimeScheduler;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import io.visitbot.platform.Ids;
import io.visitbot.platform.Secret;
import io.visitbot.webex.Me;

import static org.assertj.core.api.Assertions.assertThat;

class ManifestTests {

    private static final Path FOLDER = Path.of("manifest");

    @Test
    void listsExactlyWhatIsRegistered() throws IOException {
        FakeWebex webex = new FakeWebex();
        WebhookRegistrar registrar = new WebhookRegistrar(webex.api(), new Me(webex.api()),
                new Reconciliation(WantedHooks.fromManifest(), "https://visit.example.org/webhooks/webex"),
                new WebhookSecret(new Secret("s3cr3t-hook"), (_, _) -> Mono.never(), new Ids(new Random(1))),
                () -> true, VirtualTimeScheduler.create());
        registrar.start();
        registrar.stop();

        List<String> listed = json("webhooks.json").valueStream().map(ManifestTests::inWords).toList();
        assertThat(webex.hooks.values()).extracting(hook -> hook.resource() + "." + hook.event())
                .containsExactlyInAnyOrderElementsOf(listed)
                .containsExactlyInAnyOrder("messages.created", "attachmentActions.created", "memberships.created");
    }

    @Test
    void isPackedAsItStands() throws IOException {
        try (InputStream packed = new ClassPathResource("manifest/webhooks.json").getInputStream()) {
            assertThat(packed.readAllBytes()).isEqualTo(Files.readAllBytes(FOLDER.resolve("webhooks.json")));
        }
    }

    @Test
    void saysWhatToEnterInTheDeveloperPortal() throws IOException {
        JsonNode manifest = json("manifest.json");

        assertThat(manifest.path("name").stringValue()).isEqualTo("Visit");
        assertThat(manifest.path("description").stringValue()).hasSizeBetween(10, 1000);
        assertThat(manifest.path("usernameHint").stringValue()).endsWith("@webex.bot");
        assertThat(FOLDER.resolve(manifest.path("icon").stringValue())).exists();
        assertThat(FOLDER.resolve(manifest.path("webhooks").stringValue())).exists();
    }

    @Test
    void hasIconOfTheSizeThatThePortalAsks() throws IOException {
        BufferedImage icon = ImageIO.read(FOLDER.resolve("icon.png").toFile());

        assertThat(icon.getWidth()).isEqualTo(512);
        assertThat(icon.getHeight()).isEqualTo(512);
    }

    private static JsonNode json(String name) throws IOException {
        return JsonMapper.builder().build().readTree(Files.readString(FOLDER.resolve(name)));
    }

    private static String inWords(JsonNode hook) {
        return hook.path("resource").stringValue() + "." + hook.path("event").stringValue();
    }
}
