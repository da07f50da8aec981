package io.visitbot.sandbox.instantconnect;

import java.util.List;

/**
 * What a link carries inside its cipher.
 *
 * @param id the link's own id: one guest identity each
 * @param visit the {@code sub} it was made for
 * @param creatorId the Webex id of the one whose token made it
 * @param nbf Unix seconds
 * @param exp Unix seconds
 * @param devices SIP addresses to ring when a host enters
 */
record Ticket(String id, String visit, boolean host, String creatorId, long nbf, long exp, List<String> devices) {

    boolean isEarly(long now) {
        return now < nbf;
    }

    boolean isLate(long now) {
        return now >= exp;
    }
}
