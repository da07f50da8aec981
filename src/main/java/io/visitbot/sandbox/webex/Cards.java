package io.visitbot.sandbox.webex;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What Webex takes as a card, and what it refuses. */
final class Cards {

    private static final int MAX_BYTES = 80 * 1024;
    private static final int MAX_IMAGES = 10;
    private static final BigDecimal NEWEST = new BigDecimal("1.3");
    private static final String CONTENT_TYPE = "application/vnd.microsoft.card.adaptive";

    private Cards() {
    }

    static @Nullable JsonNode card(JsonNode attachments) {
        if (attachments.isMissingNode() || attachments.isNull() || (attachments.isArray() && attachments.isEmpty())) {
            return null;
        }
        refuseIf(!attachments.isArray(), "attachments must be an array");
        refuseIf(attachments.size() > 1, "Only one card is allowed per message");
        JsonNode attachment = attachments.path(0);
        refuseIf(!CONTENT_TYPE.equals(attachment.path("contentType").asString("")),
                "Unsupported attachment content type; use " + CONTENT_TYPE);
        return checked(attachment.path("content"));
    }

    private static JsonNode checked(JsonNode card) {
        refuseIf(!"AdaptiveCard".equals(card.path("type").asString("")), "Card content must be of type AdaptiveCard");
        refuseIf(card.toString().getBytes(StandardCharsets.UTF_8).length > MAX_BYTES, "Card payload is over 80 KB");
        refuseIf(isTooNew(card.path("version").asString("")), "Unsupported Adaptive Card schema version; use 1.3");
        List<String> types = card.findValues("type").stream().map(type -> type.asString("")).toList();
        refuseIf(types.contains("Action.Execute"), "Action.Execute is not supported");
        refuseIf(types.stream().filter("Image"::equals).count() > MAX_IMAGES, "A card may hold 10 images");
        return card;
    }

    private static boolean isTooNew(String version) {
        return !version.matches("\\d\\.\\d") || new BigDecimal(version).compareTo(NEWEST) > 0;
    }

    private static void refuseIf(boolean wrong, String description) {
        if (wrong) {
            throw Refusal.badRequest(description);
        }
    }
}
