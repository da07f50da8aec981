package io.visitbot.sandbox.webex;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/** A webhook's {@code filter}: {@code name=value} pairs joined by {@code &}, all of which must hold. */
final class HookFilter {

    private static final Map<String, Set<String>> NAMES = Map.of("messages",
            Set.of("roomId", "roomType", "personId", "personEmail", "mentionedPeople", "hasFiles", "hasAttachments"),
            "attachmentActions", Set.of("messageId", "personId", "roomId"), "memberships",
            Set.of("roomId", "personId", "personEmail", "isModerator"), "rooms", Set.of("type", "isLocked"));
    private static final Pattern AND = Pattern.compile("&");

    private HookFilter() {
    }

    static void check(String resource, @Nullable String filter) {
        for (String pair : pairs(filter)) {
            String name = pair.substring(0, Math.max(0, pair.indexOf('=')));
            if (!NAMES.getOrDefault(resource, Set.of()).contains(name)) {
                throw Refusal.badRequest("invalid value for filter: " + (name.isEmpty() ? pair : name));
            }
        }
    }

    static boolean matches(@Nullable String filter, Map<String, Object> data, Person owner) {
        return pairs(filter).stream().allMatch(pair -> holds(pair, data, owner));
    }

    private static List<String> pairs(@Nullable String filter) {
        return filter == null || filter.isBlank() ? List.of() : List.of(AND.split(filter));
    }

    private static boolean holds(String pair, Map<String, Object> data, Person owner) {
        int equals = pair.indexOf('=');
        String name = pair.substring(0, equals);
        String wanted = "me".equals(pair.substring(equals + 1)) ? owner.id() : pair.substring(equals + 1);
        Object actual = data.get(name);
        if (actual instanceof Collection<?> several) {
            return several.contains(wanted);
        }
        return actual == null ? "false".equals(wanted) : actual.toString().equalsIgnoreCase(wanted);
    }
}
