package io.visitbot.notice;

import reactor.core.publisher.Mono;

import io.visitbot.bot.Chat;
import io.visitbot.bot.Spot;
import io.visitbot.platform.ApiException;
import io.visitbot.visit.Notices;
import io.visitbot.visit.Notices.Notice;

/**
 * Says each thing about a visit once, and changes it where it stands. What may have been said before a crash is said
 * again with a word about it; what Webex lets nobody edit any more is followed by a new message.
 */
final class Board {

    private static final int MOST_EDITS = 10;
    private static final int MOST_TRIES = 2;

    private final Chat chat;
    private final Notices notices;

    Board(Chat chat, Notices notices) {
        this.chat = chat;
        this.notices = notices;
    }

    /** Says it where it was not said; {@code saying} gives the message's id. True where it was said now. */
    Mono<Boolean> once(String visit, String topic, String shown, Mono<String> saying) {
        return notices.begin(visit, topic).flatMap(begun -> said(begun, shown, saying))
                .switchIfEmpty(Mono.defer(() -> unfinished(visit, topic, shown, saying))).defaultIfEmpty(false);
    }

    /** What was last said about it, empty where nothing was. */
    Mono<String> shown(String visit, String topic) {
        return notices.find(visit, topic).map(Notice::shown).defaultIfEmpty("");
    }

    /** Says it, or changes what was said, where that differs. */
    Mono<Void> upToDate(Spot spot, String visit, String topic, String shown, String markdown) {
        return once(visit, topic, shown, chat.say(spot, markdown)).filter(now -> !now)
                .flatMap(_ -> notices.find(visit, topic)).filter(notice -> !notice.shown().equals(shown))
                .flatMap(notice -> change(spot, notice, shown, markdown));
    }

    private Mono<Boolean> unfinished(String visit, String topic, String shown, Mono<String> saying) {
        return notices.find(visit, topic).filter(notice -> notice.message() == null && notice.edits() < MOST_TRIES)
                .flatMap(begun -> said(begun, shown, Chat.again(saying)));
    }

    private Mono<Boolean> said(Notice begun, String shown, Mono<String> saying) {
        return saying.onErrorResume(ApiException.class, error -> takeBack(begun, shown, error))
                .flatMap(message -> notices.said(new Notice(begun.visit(), begun.topic(), message, 0, shown)))
                .thenReturn(true);
    }

    /** What is known not to stand there is forgotten; what may stand there is counted, so that it is repeated once. */
    private Mono<String> takeBack(Notice begun, String shown, ApiException error) {
        Mono<Void> noted = error.mayHaveBeenProcessed()
                ? notices.said(new Notice(begun.visit(), begun.topic(), null, begun.edits() + 1, shown))
                : notices.forget(begun.visit(), begun.topic());
        return noted.then(Mono.error(error));
    }

    private Mono<Void> change(Spot spot, Notice notice, String shown, String markdown) {
        String message = notice.message();
        if (message == null) {
            return afresh(notice, shown, Chat.again(chat.say(spot, markdown)));
        }
        Mono<Notice> edited = chat.edit(spot, message, markdown)
                .thenReturn(new Notice(notice.visit(), notice.topic(), message, notice.edits() + 1, shown));
        Mono<Void> anew = Mono.defer(() -> afresh(notice, shown, chat.say(spot, markdown)));
        return notice.edits() < MOST_EDITS
                ? edited.flatMap(notices::said).onErrorResume(Board::cannotBeEdited, _ -> anew)
                : anew;
    }

    /** A beginning is written down here too, so that a crash shows. */
    private Mono<Void> afresh(Notice before, String shown, Mono<String> saying) {
        Notice begun = new Notice(before.visit(), before.topic(), null, 0, before.shown());
        return notices.said(begun).then(said(begun, shown, saying)).then();
    }

    private static boolean cannotBeEdited(Throwable error) {
        return ApiException.is(ApiException.Kind.REFUSED, ApiException.Kind.GONE).test(error);
    }
}
