package io.visitbot.sandbox.instantconnect;

import java.time.Clock;

import io.visitbot.sandbox.journal.Wrong;

/** Lets in who has a link that can be read and is valid now. */
final class Doorman {

    private final Ciphers ciphers;
    private final Clock clock;

    Doorman(Ciphers ciphers, Clock clock) {
        this.ciphers = ciphers;
        this.clock = clock;
    }

    Ticket admit(String cipher) {
        Ticket ticket = ciphers.open(cipher);
        long now = clock.instant().getEpochSecond();
        if (ticket.isLate(now)) {
            throw new Wrong(401, "The link has expired.");
        }
        if (ticket.isEarly(now)) {
            throw new Wrong(401, "The link is not valid yet.");
        }
        return ticket;
    }
}
