package io.visitbot.webhook;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

import io.visitbot.platform.Secret;
import io.visitbot.webex.NewWebhook;
import io.visitbot.webex.Webhook;

/**
 * Compares the webhooks that are with those that should be. Ours are told by their name; of two alike the active one stays,
 * else the one whose id comes first, so that several instances choose alike.
 *
 * @param target where events have to go
 */
record Reconciliation(WantedHooks wanted, String target) {

    private static final Comparator<Webhook> BEST = Comparator.comparing(Webhook::active).reversed()
            .thenComparing(Webhook::id);

    /** What to do, in an order that loses no event: missing ones first, stale ones last. */
    List<Step> plan(List<Webhook> present, Secret secret, Predicate<Webhook> secretIsKnown) {
        List<Step> steps = new ArrayList<>();
        Set<String> kept = new HashSet<>();
        for (WantedHooks.Hook hook : wanted.hooks()) {
            NewWebhook wish = hook.at(target, secret);
            Optional<Webhook> ours = ours(present, hook);
            ours.ifPresent(standing -> kept.add(standing.id()));
            ours.map(standing -> mend(standing, wish, secretIsKnown))
                    .orElseGet(() -> Optional.of(new Step.Create(wish)))
                    .ifPresent(steps::add);
        }
        present.stream().filter(hook -> hook.name().startsWith(WantedHooks.PREFIX) && !kept.contains(hook.id()))
                .map(Step.Delete::new).forEach(steps::add);
        return steps;
    }

    /** The one that does what the wish says. */
    Optional<Webhook> ours(List<Webhook> present, WantedHooks.Hook hook) {
        return present.stream()
                .filter(one -> one.name().equals(hook.name()) && one.targetUrl().equals(target)
                        && one.resource().equals(hook.resource()) && one.event().equals(hook.event())
                        && one.filter() == null)
                .min(BEST);
    }

    private static Optional<Step> mend(Webhook standing, NewWebhook wish, Predicate<Webhook> secretIsKnown) {
        boolean well = standing.active() && (wish.secret().equals(standing.secret()) || secretIsKnown.test(standing));
        return well ? Optional.empty() : Optional.of(new Step.Update(standing, wish));
    }

    /** One thing to do. */
    sealed interface Step {

        /** Register what is missing. */
        record Create(NewWebhook wish) implements Step {
        }

        /** Switch on again, or give the secret. */
        record Update(Webhook standing, NewWebhook wish) implements Step {
        }

        /** Remove one of ours that is stale or there twice. */
        record Delete(Webhook stale) implements Step {
        }
    }
}
