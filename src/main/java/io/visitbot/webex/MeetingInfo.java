package io.visitbot.webex;

import org.jspecify.annotations.Nullable;

/** How to join a space's meeting; each part is null where Webex does not tell. */
public record MeetingInfo(String roomId, @Nullable String sipAddress, @Nullable String meetingNumber,
        @Nullable String meetingLink) {
}
