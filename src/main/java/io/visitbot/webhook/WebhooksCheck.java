package io.visitbot.webhook;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import reactor.core.publisher.Mono;

import io.visitbot.platform.Check;
import io.visitbot.webex.WebexApi;
import io.visitbot.webex.Webhook;

/** Whether Webex sends us what we need to hear. */
final class WebhooksCheck implements Check {

    private static final String CURE = "The bot mends this within a minute. If it stays, see whether the address in "
            + "PUBLIC_URL leads to this server from outside.";
    private static final String ASK_CURE = "See the finding on the Webex token, and try again.";

    private final WebexApi webex;
    private final Reconciliation reconciliation;

    WebhooksCheck(WebexApi webex, Reconciliation reconciliation) {
        this.webex = webex;
        this.reconciliation = reconciliation;
    }

    @Override
    public String name() {
        return "Webhooks";
    }

    @Override
    public Mono<Result> run() {
        return webex.webhooks().collectList().map(this::judge).onErrorResume(
                error -> Mono.just(
                        Result.wrong("The webhooks can't be looked at: " + Troubles.inWords(error) + ".", ASK_CURE)));
    }

    private Result judge(List<Webhook> present) {
        List<String> problems = new ArrayList<>();
        for (WantedHooks.Hook hook : reconciliation.wanted().hooks()) {
            Optional<Webhook> ours = reconciliation.ours(present, hook);
            if (ours.isEmpty()) {
                problems.add(hook.name() + " is missing");
            } else if (!ours.get().active()) {
                problems.add(hook.name() + " is switched off");
            }
        }
        return problems.isEmpty()
                ? Result.ok(reconciliation.wanted().hooks().size() + " webhooks are active.")
                : Result.wrong(String.join(", ", problems) + ".", CURE);
    }
}
