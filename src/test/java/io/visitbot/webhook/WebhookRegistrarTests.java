package io.visitbot.webhook;

import java.time.Duration;
import java.util.Random;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import reactor.core.publisher.Mono;
import reactor.test.scheduler.VirtualTimeScheduler;

import io.visitbot.platform.ApiException;
import io.visitbot.platform.Ids;
import io.visitbot.platform.Secret;
import io.visitbot.webex.Me;
import io.visitbot.webex.Webhook;

import static org.assertj.core.api.Assertions.assertThat;

@ExtendWith(OutputCaptureExtension.class)
class WebhookRegistrarTests {

    private static final String TARGET = "https://visit.example.org/webhooks/webex";

    private final FakeWebex webex = new FakeWebex();
    private final VirtualTimeScheduler time = VirtualTimeScheduler.create();
    private boolean leads = true;
    private final Me me = new Me(webex.api());
    private final WebhookRegistrar registrar = registrar(new Secret("s3cr3t-hook"), (_, _) -> Mono.never());

    @AfterEach
    void stop() {
        registrar.stop();
    }

    @Test
    void registersWhatIsMissing() {
        registrar.start();

        assertThat(webex.log).containsExactly("create visitbot-messages", "create visitbot-attachmentActions",
                "create visitbot-memberships");
        assertThat(webex.hooks.values()).allSatisfy(hook -> {
            assertThat(hook.targetUrl()).isEqualTo(TARGET);
            assertThat(hook.secret()).isEqualTo(new Secret("s3cr3t-hook"));
        });
    }

    @Test
    void asksAtOnceWhoTheBotIs() {
        registrar.start();

        assertThat(me.known()).isPresent();
    }

    @Test
    void leavesWellAlone() {
        allWell();

        registrar.start();
        passMinutes(3);

        assertThat(webex.log).isEmpty();
        assertThat(webex.listed).isEqualTo(4);
    }

    @Test
    void givesAdoptedOnesItsSecretOnceWhereWebexHidesIt() {
        allWell();
        webex.showsSecrets = false;

        registrar.start();
        passMinutes(3);

        assertThat(webex.log).containsExactly("update 1", "update 2", "update 3");
    }

    @Test
    void givesAdoptedOneItsSecretWhereAnotherStands() {
        allWell();
        webex.put(new Webhook("2", "visitbot-attachmentActions", TARGET, "attachmentActions", "created", null,
                new Secret("another"), true));

        registrar.start();

        assertThat(webex.log).containsExactly("update 2");
    }

    @Test
    void givesSecretAgainWhereSomebodyChangesIt() {
        allWell();
        webex.showsSecrets = true;
        registrar.start();
        for (int i = 0; i < 2; i++) {
            webex.put(new Webhook("2", "visitbot-attachmentActions", TARGET, "attachmentActions", "created", null,
                    new Secret("another-" + i), true));
            passMinutes(1);
        }

        assertThat(webex.log).containsExactly("update 2", "update 2");
    }

    @Test
    void removesItsOwnStaleOnesAndTouchesNobodyElses() {
        allWell();
        webex.add("4", "visitbot-messages", "https://old.example.org/webhooks/webex", "messages", "created", true);
        webex.add("5", "visitbot-messages", TARGET, "messages", "deleted", true);
        webex.add("6", "visitbot-messages", TARGET, "messages", "created", true);
        webex.add("7", "visitbot-rooms", TARGET, "rooms", "created", true);
        webex.put(new Webhook("8", "visitbot-messages", TARGET, "messages", "created", "roomType=direct", null, true));
        webex.add("9", "somebody's", TARGET, "messages", "created", false);
        webex.add("10", "other", "https://other.example.org", "rooms", "all", true);

        registrar.start();

        assertThat(webex.log).containsExactly("delete 4", "delete 5", "delete 6", "delete 7", "delete 8");
        assertThat(webex.hooks).containsOnlyKeys("1", "2", "3", "9", "10");
    }

    @Test
    void keepsTheActiveOneOfTwoAlike() {
        allWell();
        webex.add("0", "visitbot-messages", TARGET, "messages", "created", false);

        registrar.start();

        assertThat(webex.log).containsExactly("delete 0");
    }

    @Test
    void replacesOneThatGoesElsewhereBeforeRemovingIt() {
        allWell();
        webex.add("1", "visitbot-messages", "https://old.example.org/webhooks/webex", "messages", "created", true);

        registrar.start();

        assertThat(webex.log).containsExactly("create visitbot-messages", "delete 1");
    }

    @Test
    void switchesOnAgainWhatWebexSwitchedOffWithinAMinute() {
        allWell();
        registrar.start();

        webex.add("3", "visitbot-memberships", TARGET, "memberships", "created", false);
        passMinutes(1);

        assertThat(webex.log).containsExactly("update 3");
        assertThat(webex.hooks.get("3")).matches(Webhook::active);
    }

    @Test
    void triesAgainWithGrowingPausesUntilItWorks() {
        webex.trouble = ApiException.of("webex", ApiException.Kind.UNAVAILABLE).build();
        registrar.start();
        time.advanceTimeBy(Duration.ofSeconds(2));
        time.advanceTimeBy(Duration.ofSeconds(4));
        assertThat(webex.listed).isEqualTo(3);

        webex.trouble = null;
        time.advanceTimeBy(Duration.ofSeconds(8));

        assertThat(webex.log).hasSize(3);
    }

    @Test
    void mendsTheRestWhereOneFails(CapturedOutput output) {
        webex.add("3", "visitbot-memberships", TARGET, "memberships", "created", false);
        webex.troubleWithCreating = ApiException.of("webex", ApiException.Kind.REFUSED).status(400).build();

        registrar.start();

        assertThat(webex.log).containsExactly("update 3");
        assertThat(output.toString()).containsOnlyOnce("Webex says no; see whether PUBLIC_URL").doesNotContain("ERROR");
    }

    @Test
    void saysOnceThatTokenIsRefused(CapturedOutput output) {
        webex.trouble = ApiException.of("webex", ApiException.Kind.MISCONFIGURED).status(401).build();
        registrar.start();
        passMinutes(5);

        assertThat(webex.listed).isEqualTo(6);
        assertThat(output.toString()).containsOnlyOnce("Webex refuses the token");
    }

    @Test
    void leavesWebexAloneAsLongAsItAsks() {
        webex.trouble = ApiException.of("webex", ApiException.Kind.LIMITED).status(429)
                .retryAfter(Duration.ofMinutes(10)).build();
        registrar.start();

        time.advanceTimeBy(Duration.ofSeconds(599));
        assertThat(webex.listed).isEqualTo(1);
        time.advanceTimeBy(Duration.ofSeconds(1));
        assertThat(webex.listed).isEqualTo(2);
    }

    @Test
    void leavesTheWebhooksToTheInstanceThatLeads() {
        leads = false;
        registrar.start();
        passMinutes(2);
        assertThat(webex.listed).isZero();
        assertThat(me.known()).isPresent();

        leads = true;
        time.advanceTimeBy(Duration.ofSeconds(1));

        assertThat(webex.log).hasSize(3);
    }

    @Test
    void stopsLooking() {
        allWell();
        registrar.start();
        assertThat(registrar.isRunning()).isTrue();

        registrar.stop();
        passMinutes(2);

        assertThat(webex.listed).isEqualTo(1);
        assertThat(registrar.isRunning()).isFalse();
    }

    @Test
    void usesTheSecretThatIsKept() {
        WebhookRegistrar other = registrar(null, (name, candidate) -> {
            assertThat(name).isEqualTo("webex-webhook-secret");
            assertThat(candidate).matches("[a-z2-7]{26}");
            return Mono.just("kept-before");
        });
        other.start();
        other.stop();

        assertThat(webex.hooks.values()).extracting(Webhook::secret).containsOnly(new Secret("kept-before"));
    }

    @Test
    void triesAgainWhereTheSecretCannotBeKept() {
        int[] asked = new int[1];
        WebhookRegistrar other = registrar(null, (_, _) -> asked[0]++ == 0
                ? Mono.error(new IllegalStateException("disk"))
                : Mono.just("kept"));
        other.start();
        time.advanceTimeBy(Duration.ofSeconds(2));
        other.stop();

        assertThat(webex.log).hasSize(3);
    }

    private WebhookRegistrar registrar(@Nullable Secret configured, SecretStore store) {
        return new WebhookRegistrar(webex.api(), me, new Reconciliation(WantedHooks.fromManifest(), TARGET),
                new WebhookSecret(configured, store, new Ids(new Random(1))), () -> leads, time);
    }

    private void allWell() {
        webex.add("1", "visitbot-messages", TARGET, "messages", "created", true);
        webex.add("2", "visitbot-attachmentActions", TARGET, "attachmentActions", "created", true);
        webex.add("3", "visitbot-memberships", TARGET, "memberships", "created", true);
    }

    private void passMinutes(int minutes) {
        for (int i = 0; i < minutes; i++) {
            time.advanceTimeBy(Duration.ofMinutes(1));
        }
    }
}
