package io.visitbot.store;

import io.visitbot.webhook.VerifiedEvent;

/** An event that is on disk, with how often it was tried and when it came, in milliseconds since 1970. */
record KeptEvent(VerifiedEvent event, int attempts, long receivedAt) {

    String id() {
        return event.id();
    }
}
