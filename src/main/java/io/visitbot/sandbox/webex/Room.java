package io.visitbot.sandbox.webex;

import java.time.Instant;
import java.util.Map;

import io.visitbot.sandbox.journal.Fields;
import io.visitbot.sandbox.journal.Times;

/**
 * A space.
 *
 * @param type {@code group} or {@code direct}
 * @param virtual whether it is the temporary space of a visit
 */
public record Room(String id, String title, String type, boolean virtual, String creatorId, Instant created) {

    public boolean isGroup() {
        return "group".equals(type);
    }

    Map<String, Object> view() {
        return Fields.of("id", id, "title", title, "type", type, "isLocked", false, "lastActivity", Times.iso(created),
                "creatorId", creatorId, "created", Times.iso(created), "ownerId",
                WebexId.of("ORGANIZATION", People.ORG), "isPublic", false, "isReadOnly", false);
    }

    Map<String, Object> meetingInfo() {
        String number = WebexId.meetingNumber(id);
        return Fields.of("roomId", id, "meetingLink", "https://example.webex.com/m/" + number, "sipAddress",
                sipAddress(),
                "meetingNumber", number, "meetingId", Long.toHexString(Long.parseLong(number)), "callInTollFreeNumber",
                "", "callInTollNumber", "+1-202-555-0199");
    }

    /** Where a device or a phone dials in. */
    public String sipAddress() {
        return WebexId.meetingNumber(id) + "@example.webex.com";
    }
}
