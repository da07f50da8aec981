package io.visitbot.webhook;

/**
 * Something that happened in Webex, known to come from Webex. It says where to look, not what was said.
 *
 * @param id what makes it the same event when it comes again: {@code resource:event:data.id}
 * @param resource such as {@code messages}, {@code attachmentActions}, {@code memberships}
 * @param event such as {@code created}
 * @param body the envelope as it came, JSON
 */
public record VerifiedEvent(String id, String resource, String event, String body) {
}
