package io.visitbot.webex;

import io.visitbot.platform.Secret;

/**
 * A webhook as we want it.
 *
 * @param resource such as {@code messages}
 * @param event such as {@code created}
 * @param secret what its calls are signed with
 */
public record NewWebhook(String name, String targetUrl, String resource, String event, Secret secret) {
}
