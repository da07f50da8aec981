package io.visitbot.webex;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * A message as Webex gives it.
 *
 * @param id empty where it was posted and Webex's answer could not be read
 * @param parentId the thread's root, null outside threads
 * @param text plain words, empty for a message of files alone; mentions stand in it as bare names
 * @param html the markup that mentions can be told from, null where it was plain text
 * @param mentionedPeople the ids of those mentioned
 * @param created null where Webex does not tell
 * @param updated null where it was never edited
 */
public record Message(String id, @Nullable String parentId, String roomId, RoomType roomType, String text,
        @Nullable String html, String personId, String personEmail, List<String> mentionedPeople,
        @Nullable Instant created, @Nullable Instant updated) {

    /** Whether it stands in a 1:1 space. */
    public boolean direct() {
        return roomType == RoomType.DIRECT;
    }

    @Override
    public String toString() {
        return "Message[" + id + "]";
    }
}
