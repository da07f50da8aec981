package io.visitbot.bot;

import java.util.function.Function;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;

import io.visitbot.cards.Card;
import io.visitbot.platform.ApiException;
import io.visitbot.platform.Failure;
import io.visitbot.webex.Message;
import io.visitbot.webex.NewFile;
import io.visitbot.webex.NewMessage;
import io.visitbot.webex.WebexApi;

/** Speaks in Webex, and says where that may be a repeat. Gives the id of what was said, empty where Webex tells none. */
public final class Chat {

    private static final Logger log = LoggerFactory.getLogger(Chat.class);
    private static final String PERHAPS_AGAIN = "I was interrupted: this may repeat what stands above.";

    private final WebexApi webex;

    Chat(WebexApi webex) {
        this.webex = webex;
    }

    /** What is said in this work may have been said before. */
    public static <T> Mono<T> again(Mono<T> work) {
        return Turn.again().of(work);
    }

    public Mono<String> say(Spot spot, String markdown) {
        return post(turn -> NewMessage.toRoom(spot.space(), words(turn, markdown)).inThread(spot.thread()));
    }

    /** A card, with the words for clients that can't draw it. */
    public Mono<String> show(Spot spot, Card card, String fallback) {
        return post(turn -> NewMessage.toRoom(spot.space(), words(turn, fallback)).inThread(spot.thread())
                .withCard((turn.mayRepeat() ? card.headed(PERHAPS_AGAIN) : card).toJson()));
    }

    /** With a file, to whoever reads the space. */
    public Mono<String> send(Spot spot, String markdown, NewFile file) {
        return post(turn -> NewMessage.toRoom(spot.space(), words(turn, markdown)).inThread(spot.thread()),
                message -> webex.post(message, file));
    }

    /** To one person, 1:1. */
    public Mono<String> tell(String person, String markdown) {
        return post(turn -> NewMessage.toPerson(person, words(turn, markdown)));
    }

    /** Replaces the words of a message without a card; Webex allows it 10 times. */
    public Mono<Void> edit(Spot spot, String message, String markdown) {
        return webex.edit(message, spot.space(), markdown).then();
    }

    public Mono<Void> delete(String message) {
        return webex.delete(message);
    }

    private Mono<String> post(Function<Turn, NewMessage> message) {
        return post(message, webex::post);
    }

    private Mono<String> post(Function<Turn, NewMessage> message, Function<NewMessage, Mono<Message>> way) {
        return Mono.deferContextual(context -> post(Turn.in(context), message.andThen(way)));
    }

    private static Mono<String> post(Turn turn, Function<Turn, Mono<Message>> posting) {
        return turn.saying(posting.apply(turn)).map(Message::id)
                .onErrorResume(error -> turn.isLast() && isUnanswered(error), Chat::letGo);
    }

    private static String words(Turn turn, String markdown) {
        return turn.mayRepeat() ? "_(" + PERHAPS_AGAIN + ")_\n\n" + markdown : markdown;
    }

    private static boolean isUnanswered(Throwable error) {
        return error instanceof ApiException failure && failure.mayHaveBeenProcessed() && failure.status() == 0
                && failure.kind() == ApiException.Kind.UNAVAILABLE;
    }

    private static Mono<String> letGo(Throwable error) {
        log.atWarn().addKeyValue("error", Failure.words(error)).log("an answer may not have been seen");
        return Mono.just("");
    }
}
