package io.visitbot.sandbox.webex;

import java.time.Instant;
import java.util.Map;

import io.visitbot.sandbox.journal.Fields;
import io.visitbot.sandbox.journal.Times;

/** Somebody's place in a space. */
public record Membership(String id, Room room, Person person, boolean moderator, Instant created) {

    Map<String, Object> view() {
        return Fields.of("id", id, "roomId", room.id(), "personId", person.id(), "personEmail", person.email(),
                "personDisplayName", person.name(), "personOrgId", person.orgId(), "isModerator", moderator,
                "isMonitor",
                false, "isRoomHidden", false, "roomType", room.type(), "created", Times.iso(created));
    }
}
