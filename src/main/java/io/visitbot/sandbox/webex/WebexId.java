package io.visitbot.sandbox.webex;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.UUID;

/** Makes ids that look like those of Webex: base64url of {@code ciscospark://us/TYPE/uuid}, without padding. */
public final class WebexId {

    private WebexId() {
    }

    /** An id of the given type, such as {@code MESSAGE}. */
    public static String of(String type, UUID uuid) {
        byte[] uri = ("ciscospark://us/" + type + "/" + uuid).getBytes(StandardCharsets.UTF_8);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(uri);
    }

    /** An id that is the same at every start, for the fixed cast. */
    static String fixed(String type, String name) {
        return of(type, UUID.nameUUIDFromBytes(("sandbox-" + name).getBytes(StandardCharsets.UTF_8)));
    }

    /** Eleven digits that belong to the id for good: a meeting number. */
    public static String meetingNumber(String id) {
        long digest = UUID.nameUUIDFromBytes(id.getBytes(StandardCharsets.UTF_8)).getMostSignificantBits();
        return "27" + String.format(Locale.ROOT, "%09d", Math.floorMod(digest, 1_000_000_000L));
    }
}
