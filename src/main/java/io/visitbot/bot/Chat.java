package io.visitbot.bot;

import reactor.core.publisher.Mono;

import io.visitbot.webex.Message;
import io.visitbot.webex.NewFile;
import io.visitbot.webex.NewMessage;
import io.visitbot.webex.WebexApi;

/** Speaks in Webex. Gives the id of what was said. */
public final class Chat {

    private final WebexApi webex;

    Chat(WebexApi webex) {
        this.webex = webex;
    }

    public Mono<String> say(Spot spot, String markdown) {
        return webex.post(NewMessage.toRoom(spot.space(), markdown).inThread(spot.thread())).map(Message::id);
    }

    /** A card, with the words for clients that can't draw it. */
    public Mono<String> show(Spot spot, String card, String fallback) {
        return webex.post(NewMessage.toRoom(spot.space(), fallback).inThread(spot.thread()).withCard(card))
                .map(Message::id);
    }

    /** With a file, to whoever reads the space. */
    public Mono<String> send(Spot spot, String markdown, NewFile file) {
        return webex.post(NewMessage.toRoom(spot.space(), markdown).inThread(spot.thread()), file).map(Message::id);
    }

    /** To one person, 1:1. */
    public Mono<String> tell(String person, String markdown) {
        return webex.post(NewMessage.toPerson(person, markdown)).map(Message::id);
    }

    /** Replaces the words of a message without a card; Webex allows it 10 times. */
    public Mono<Void> edit(Spot spot, String message, String markdown) {
        return webex.edit(message, spot.space(), markdown).then();
    }

    public Mono<Void> delete(String message) {
        return webex.delete(message);
    }
}
