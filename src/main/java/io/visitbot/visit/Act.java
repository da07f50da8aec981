package io.visitbot.visit;

import java.util.Locale;

/**
 * Something that was done to a visit, or a look at it, as it is kept for an auditor. It holds no link, no label and no phone
 * number but a masked one.
 *
 * @param key what makes it one, however often the same event is worked on
 * @param visit the visit's short id, empty where it is about none or about several
 * @param space the chat's id of the space where it happened, empty where it is about none
 * @param detail such as a masked number or a colleague's address; several ids of visits have blanks between them
 */
public record Act(String key, Kind kind, String visit, String space, Actor by, String detail) {

    /** What was done. */
    public enum Kind {
        FORM_OPENED, FORM_SUBMITTED, ASKED, LINKS_MADE, LINKS_FAILED, COLLEAGUE_ADDED, DEVICE_RUNG, CALLED_OFF,
        /** A visit's links reached the end of their life. */
        ENDED,
        /** A limit, or the list of regions, kept somebody from a visit or a text message; nothing else was written down of it. */
        REFUSED,
        /** Somebody asked for a text message to a number that had none for this visit. */
        TEXT_ASKED,
        /** Somebody asked for the text message once more. */
        TEXT_RESEND, TEXT_SENT, TEXT_DELIVERED, TEXT_FAILED, TEXT_UNKNOWN, TEXT_TAKEN_BACK,
        /** One visit was shown with its links. */
        LOOKED_AT,
        /** Several visits were named. */
        LISTED,
        /** Somebody who may not use the bot was refused. */
        TURNED_AWAY,
        /** Somebody who is no auditor asked for this record. */
        AUDIT_REFUSED, AUDIT_EXPORTED, AUDIT_VERIFIED,
        /** The oldest entries of this record have served their time. */
        AUDIT_PURGED;

        /** As it stands in the record, such as {@code text-sent}. */
        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }
}
