package io.visitbot.store;

import java.time.Instant;

import io.visitbot.webhook.Delivery;
import io.visitbot.webhook.VerifiedEvent;

/**
 * An event that is on disk.
 *
 * @param attempts how often it was tried
 * @param receivedAt when it came, in milliseconds since 1970
 * @param cut whether an earlier hand-over may have been begun and cut
 * @param oursUntil when it may be another process's, unless the lease is renewed; in milliseconds since 1970
 */
record KeptEvent(VerifiedEvent event, int attempts, long receivedAt, boolean cut, long oursUntil) {

    String id() {
        return event.id();
    }

    Delivery delivery() {
        return new Delivery(event, attempts, Instant.ofEpochMilli(receivedAt), cut);
    }
}
