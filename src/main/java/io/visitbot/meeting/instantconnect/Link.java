package io.visitbot.meeting.instantconnect;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * One way into a room.
 *
 * @param cipher a compact JWE, looked through
 * @param shortUrl the short address, null where the service made none
 */
record Link(String cipher, @Nullable String shortUrl) {

    @Override
    public String toString() {
        return "Link[****]";
    }

    /** Links into one room, for hosts and for guests. */
    record Links(List<Link> hosts, List<Link> guests) {
    }
}
