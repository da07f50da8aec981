package io.visitbot.store;

import java.util.concurrent.CompletableFuture;

import io.visitbot.webhook.Inbox.Receipt;
import io.visitbot.webhook.VerifiedEvent;

/** What the inbox's writer writes. */
sealed interface InboxWrite {

    /** A new event, and whom to tell what became of it. */
    record Arrival(VerifiedEvent event, long receivedAt, CompletableFuture<Receipt> receipt) implements InboxWrite {
    }

    /** How the work on an event stands now, whether it was cut after something may have come of it, and whom to tell that it is written. */
    record Mark(String id, State state, int attempts, long nextAt, boolean cut,
            CompletableFuture<Boolean> written) implements InboxWrite {

        static Mark done(KeptEvent kept) {
            return new Mark(kept.id(), State.DONE, kept.attempts(), 0, false, new CompletableFuture<>());
        }

        static Mark dead(KeptEvent kept) {
            return new Mark(kept.id(), State.DEAD, kept.attempts() + 1, 0, false, new CompletableFuture<>());
        }

        static Mark again(KeptEvent kept, int attempts, long nextAt, boolean cut) {
            return new Mark(kept.id(), State.OPEN, attempts, nextAt, cut, new CompletableFuture<>());
        }
    }

    /** {@code OPEN} waits for work or for another try, {@code DEAD} was given up. */
    enum State {
        OPEN, DONE, DEAD;

        String column() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }
}
