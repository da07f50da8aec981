package io.visitbot.visit;

import org.jspecify.annotations.Nullable;

/**
 * The room of a visit, as its engine made it. Links are secrets of the visit: they go to those who may join, and into no
 * log.
 *
 * @param hostLink lets its reader in as host
 * @param hostLoginLink lets in only whoever signs in as staff; the one that may stand in a group space
 * @param guestLink short enough for a text message where the engine can make it so
 * @param space the engine's id of the temporary space, null where it could not be opened
 * @param sipAddress null where no system knows one
 * @param meetingNumber null where no system knows one
 */
public record Meeting(String hostLink, String hostLoginLink, String guestLink, @Nullable String space,
        @Nullable String sipAddress, @Nullable String meetingNumber) {

    /** Stands where links were kept and had to go. */
    public static final Meeting REMOVED = new Meeting("", "", "", null, null, null);

    @Override
    public String toString() {
        return "Meeting[****]";
    }
}
