package io.visitbot.webhook;

import org.junit.jupiter.api.Test;

import io.visitbot.platform.ApiException;
import io.visitbot.platform.Check;

import static org.assertj.core.api.Assertions.assertThat;

class WebhooksCheckTests {

    private static final String TARGET = "https://visit.example.org/webhooks/webex";

    private final FakeWebex webex = new FakeWebex();
    private final WebhooksCheck check = new WebhooksCheck(webex.api(),
            new Reconciliation(WantedHooks.fromManifest(), TARGET));

    @Test
    void saysWhereAllIsWell() {
        all(true);

        assertThat(result()).isEqualTo(Check.Result.ok("3 webhooks are active."));
    }

    @Test
    void namesWhatIsMissingAndWhatIsOff() {
        all(false);
        webex.hooks.remove("1");

        assertThat(result().state()).isEqualTo(Check.State.WRONG);
        assertThat(result().finding()).isEqualTo("visitbot-messages is missing, visitbot-attachmentActions is switched "
                + "off, visitbot-memberships is switched off.");
        assertThat(result().cure()).contains("PUBLIC_URL");
    }

    @Test
    void saysWhereWebexCannotBeAsked() {
        webex.trouble = ApiException.of("webex", ApiException.Kind.UNAVAILABLE).build();

        assertThat(result().state()).isEqualTo(Check.State.WRONG);
        assertThat(result().finding()).isEqualTo("The webhooks can't be looked at: Webex does not answer.");
    }

    private void all(boolean active) {
        webex.add("1", "visitbot-messages", TARGET, "messages", "created", active);
        webex.add("2", "visitbot-attachmentActions", TARGET, "attachmentActions", "created", active);
        webex.add("3", "visitbot-memberships", TARGET, "memberships", "created", active);
    }

    private Check.Result result() {
        return check.run().toFuture().join();
    }
}
