package io.visitbot.webhook;

import reactor.core.publisher.Mono;

/** Where a secret that was made once is kept, the same for every start and every instance. */
public interface SecretStore {

    /** Keeps the candidate where nothing is kept under the name yet, and answers with what is kept. */
    Mono<String> keep(String name, String candidate);
}
