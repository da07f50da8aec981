package io.visitbot.webex;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import io.visitbot.platform.Secret;

/**
 * What the bot does in Webex. Every verb ends with the value, or with an {@link io.visitbot.platform.ApiException} that
 * says what can be done about it. Calls are made as the bot, save where another token is given.
 */
public interface WebexApi {

    /** Who the token belongs to. */
    Mono<Person> me();

    /** A person; their time zone and organisation as far as Webex tells us. */
    Mono<Person> person(String personId);

    /** A message with its text; {@code GONE} or {@code REFUSED} where it is deleted or not for the bot. */
    Mono<Message> message(String messageId);

    /**
     * Posts a message. Never repeated where it may have been posted already; posted once more without its thread where
     * Webex refuses the thread, and its words alone, in the thread or else without it, where Webex refuses the card: four
     * attempts at most. Where Webex took it and its answer can't be read, the message has an empty id: it stands,
     * and can neither be edited nor deleted.
     */
    Mono<Message> post(NewMessage message);

    /** Posts a message of words and a file, as {@link #post(NewMessage)} does; one with a file can't be edited. */
    Mono<Message> post(NewMessage message, NewFile file);

    /**
     * Replaces a message's text. Webex allows 10 edits, and none of a message that carries a card; {@code GONE} where the
     * id is empty.
     */
    Mono<Message> edit(String messageId, String roomId, String markdown);

    /** Deletes a message; one that is not there, or whose id is empty, is as good as deleted. */
    Mono<Void> delete(String messageId);

    /** What a person put into a card; {@code GONE} where the card has been deleted since. */
    Mono<AttachmentAction> attachmentAction(String actionId);

    /** A space that the bot is in. */
    Mono<Room> room(String roomId);

    /** How to join a space's meeting. */
    Mono<MeetingInfo> meetingInfo(String roomId);

    /** How to join a space's meeting, asked as somebody else. */
    Mono<MeetingInfo> meetingInfo(String roomId, Secret token);

    /** Adds a person to a space. Being in it already and being refused are answers, not errors. */
    Mono<Joining> addMember(String roomId, String email);

    /** Adds a person to a space, asked as somebody else. */
    Mono<Joining> addMember(String roomId, String email, Secret token);

    /** All webhooks of the token, page after page. */
    Flux<Webhook> webhooks();

    /** Registers a webhook. */
    Mono<Webhook> createWebhook(NewWebhook webhook);

    /** Sets a webhook's name, target and secret and makes it active; its resource and event can't be changed. */
    Mono<Webhook> updateWebhook(String webhookId, NewWebhook webhook);

    /** Deletes a webhook; one that is not there is as good as deleted. */
    Mono<Void> deleteWebhook(String webhookId);
}
