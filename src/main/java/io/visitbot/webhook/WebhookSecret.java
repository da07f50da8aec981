package io.visitbot.webhook;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import io.visitbot.platform.Ids;
import io.visitbot.platform.Secret;

/** What webhooks are signed with: the configured secret, or one that is made once, kept for all instances and never changed. */
final class WebhookSecret {

    private static final String NAME = "webex-webhook-secret";

    private final Mono<Secret> secret;

    WebhookSecret(@Nullable Secret configured, SecretStore store, Ids ids) {
        this.secret = configured != null
                ? Mono.just(configured)
                : Mono.defer(() -> store.keep(NAME, ids.nonce())).map(Secret::new).cacheInvalidateIf(_ -> false);
    }

    Mono<Secret> get() {
        return secret;
    }
}
