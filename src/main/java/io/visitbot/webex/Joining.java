package io.visitbot.webex;

/** What became of adding somebody to a space. */
public sealed interface Joining {

    /** In it now. */
    record Added(String membershipId) implements Joining {
    }

    /** Was in it before. */
    record AlreadyIn() implements Joining {
    }

    /**
     * Webex said no.
     *
     * @param status the HTTP status
     * @param reason Webex's own words, may be empty; may hold the address: never log it
     */
    record Refused(int status, String reason) implements Joining {
    }
}
