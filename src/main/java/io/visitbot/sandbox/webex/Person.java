package io.visitbot.sandbox.webex;

import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import io.visitbot.sandbox.journal.Fields;

/**
 * Somebody on the pretend Webex.
 *
 * @param key the name the page uses for the cast, null for anybody else
 * @param type {@code person}, {@code bot} or {@code appuser} (a guest)
 * @param token the access token, null for people who cannot act
 */
public record Person(String id, @Nullable String key, String email, String name, String type, String orgId,
        @Nullable String timezone, @Nullable String token) {

    public boolean isBot() {
        return "bot".equals(type);
    }

    Map<String, Object> view(Person reader) {
        boolean colleague = orgId.equals(reader.orgId());
        String[] names = name.split(" ", 2);
        return Fields.of("id", id, "emails", List.of(email), "phoneNumbers", List.of(), "displayName", name, "nickName",
                names[0], "firstName", isBot() ? null : names[0], "lastName",
                isBot() || names.length < 2 ? null : names[1], "userName", email, "orgId", orgId, "timezone",
                colleague ? timezone : null, "created", "2026-01-05T09:00:00.000Z", "status", "unknown", "type", type);
    }
}
