package io.visitbot.webex;

import java.time.ZoneId;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * Somebody in Webex.
 *
 * @param emails the main one first
 * @param orgId empty where Webex does not tell
 * @param timezone where the person's clock stands, null where Webex does not tell
 */
public record Person(String id, List<String> emails, String displayName, String orgId, Type type,
        @Nullable ZoneId timezone) {

    /** The main address, empty where there is none. */
    public String email() {
        return emails.isEmpty() ? "" : emails.getFirst();
    }

    /** What kind of account it is: {@code APPUSER} is a guest, {@code OTHER} what Webex may invent. */
    public enum Type {
        PERSON, BOT, APPUSER, OTHER
    }
}
