package io.visitbot.webex;

import org.jspecify.annotations.Nullable;

import io.visitbot.platform.Secret;

/**
 * A webhook as Webex has it.
 *
 * @param filter null where it takes everything
 * @param secret null where Webex does not tell
 * @param active false where Webex has switched it off
 */
public record Webhook(String id, String name, String targetUrl, String resource, String event, @Nullable String filter,
        @Nullable Secret secret, boolean active) {
}
