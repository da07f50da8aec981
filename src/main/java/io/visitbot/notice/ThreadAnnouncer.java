package io.visitbot.notice;

import java.time.Clock;
import java.util.List;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;

import io.visitbot.bot.Chat;
import io.visitbot.bot.Spot;
import io.visitbot.cards.ResultCard;
import io.visitbot.platform.ApiException;
import io.visitbot.platform.Failure;
import io.visitbot.visit.Announcer;
import io.visitbot.visit.Delay;
import io.visitbot.visit.Drafts;
import io.visitbot.visit.FindVisit;
import io.visitbot.visit.Place;
import io.visitbot.visit.Text;
import io.visitbot.visit.Visit;

/** Speaks in the thread that a visit was asked for in. */
final class ThreadAnnouncer implements Announcer {

    private static final Logger log = LoggerFactory.getLogger(ThreadAnnouncer.class);

    private final Board board;
    private final Chat chat;
    private final Drafts drafts;
    private final FindVisit find;
    private final ResultView results;
    private final TextWords words;
    private final NoticeSettings settings;
    private final Clock clock;

    ThreadAnnouncer(Board board, Chat chat, Drafts drafts, FindVisit find, ResultView results, TextWords words,
            NoticeSettings settings,
            Clock clock) {
        this.board = board;
        this.chat = chat;
        this.drafts = drafts;
        this.find = find;
        this.results = results;
        this.words = words;
        this.settings = settings;
        this.clock = clock;
    }

    /** The result first; then what goes 1:1, and last the form makes room. */
    @Override
    public Mono<Void> ready(Visit visit) {
        if (!(visit.state() instanceof Visit.State.Ready ready)) {
            return Mono.empty();
        }
        return clock.instant().isBefore(visit.until())
                ? orLost(visit, result(visit, ready).then()).then(hostLink(visit, ready)).then(removeForm(visit))
                : tooLate(visit);
    }

    @Override
    public Mono<Void> waiting(Visit visit, Delay why, String reference) {
        Mono<Void> said = board.shown(visit.id(), "waiting").map(new WaitingLine(why, reference)::after)
                .flatMap(line -> board.upToDate(spot(visit.place()), visit.id(), "waiting", line.shown(),
                        line.markdown(visit)));
        return orLost(visit, said);
    }

    @Override
    public Mono<Void> failed(Visit visit, String reference) {
        String line = "⚠️ " + visit.label() + " (" + visit.id()
                + "): I could not get the links in time, and have stopped trying. "
                + "Say `new` again when you still need the visit. Reference for your IT: " + reference + ".";
        return orLost(visit, board
                .once(visit.id(), "failed", "failed", chat.say(spot(visit.place()), line)).then());
    }

    @Override
    public Mono<Void> text(Visit visit, Text text) {
        String shown = text.status() + ":" + text.errorCode();
        return orLost(visit, board.upToDate(spot(visit.place()), visit.id(), "text:" + text.id(), shown,
                words.line(visit, text)));
    }

    @Override
    public Mono<Void> show(Visit visit, Place where, String heading, boolean asHost) {
        if (!(visit.state() instanceof Visit.State.Ready ready)) {
            return chat.say(spot(where), heading).then();
        }
        String links = clock.instant().isBefore(visit.until())
                ? results.of(visit, ready, asHost, false, List.of()).markdown()
                : "Its links ended at " + results.until(visit) + ". Say `new` to start another visit.";
        return chat.say(spot(where), heading + "\n\n" + links).then();
    }

    private Mono<Boolean> result(Visit visit, Visit.State.Ready ready) {
        return find.namesakes(visit).flatMap(namesakes -> result(visit, results.of(visit, ready,
                visit.place().direct() || settings.hostLinkInSpace(), true, namesakes)));
    }

    private Mono<Boolean> result(Visit visit, ResultCard card) {
        return board.once(visit.id(), "result", "ready",
                chat.show(spot(visit.place()), card.card(), card.markdown()));
    }

    private Mono<Void> tooLate(Visit visit) {
        String line = "⚠️ " + visit.label() + " (" + visit.id()
                + "): its links were made, but I could not reach this space before "
                + "they ended. Say `new` again when you still need the visit.";
        return orLost(visit, board
                .once(visit.id(), "result", "late", chat.say(spot(visit.place()), line)).then());
    }

    /** Where Webex refuses the 1:1 message, the visit still stands: the space has the other host link. */
    private Mono<Boolean> hostLink(Visit visit, Visit.State.Ready ready) {
        String line = "Your host link for " + visit.label() + " (" + visit.id()
                + "). It lets in whoever has it, so keep it: "
                + ready.meeting().hostLink();
        return visit.place().direct() || settings.hostLinkInSpace()
                ? Mono.just(false)
                : board.once(visit.id(), "host", "ready",
                        chat.tell(visit.requester().person(), line))
                        .onErrorResume(ApiException.is(ApiException.Kind.REFUSED, ApiException.Kind.GONE),
                                _ -> Mono.just(false));
    }

    /** A space that does not take our words any more never will: the bot was removed from it, or it is gone. */
    private static Mono<Void> orLost(Visit visit, Mono<Void> saying) {
        return saying.onErrorResume(ApiException.is(ApiException.Kind.REFUSED, ApiException.Kind.GONE), error -> {
            log.atWarn().addKeyValue("visit", visit.id()).addKeyValue("error", Failure.words(error))
                    .log("the visit's space takes no messages");
            return Mono.empty();
        });
    }

    private Mono<Void> removeForm(Visit visit) {
        return drafts.findByOrigin(visit.origin()).mapNotNull(draft -> draft.message()).flatMap(chat::delete);
    }

    private static Spot spot(Place place) {
        return new Spot(place.space(), place.thread(), place.direct());
    }
}
