package io.visitbot.command;

import java.util.Optional;

import reactor.core.publisher.Mono;

import io.visitbot.bot.Chat;
import io.visitbot.bot.CommandHandler;
import io.visitbot.bot.Refusal;
import io.visitbot.bot.Request;
import io.visitbot.cards.Field;
import io.visitbot.cards.Fields;
import io.visitbot.visit.ChangeVisit;
import io.visitbot.visit.Meeting;
import io.visitbot.visit.Visit;

/** Makes a host link that rings a room device when it is opened. */
final class Ring implements CommandHandler {

    private final VisitNames names;
    private final Standing standing;
    private final ChangeVisit change;
    private final Chat chat;
    private final Ledger ledger;

    Ring(VisitNames names, Standing standing, ChangeVisit change, Chat chat, Ledger ledger) {
        this.names = names;
        this.standing = standing;
        this.change = change;
        this.chat = chat;
        this.ledger = ledger;
    }

    @Override
    public Usage usage() {
        return new Usage("ring", "<visit> <sip>", "gives a host link that rings the room device in when you open it");
    }

    @Override
    public Mono<String> handle(Request request) {
        Tail tail = Tail.last(request.line().rest());
        return switch (Fields.device(tail.tail())) {
            case Field.Good<Optional<String>>(Optional<String> device) when device.isPresent() -> names
                    .one(request, tail.name()).map(standing::ready)
                    .flatMap(visit -> ring(request, visit, device.get()));
            case Field.Good<Optional<String>> _ ->
                Mono.error(new Refusal("Which device? Say `ring <visit> room3@example.rooms.webex.com`."));
            case Field.Bad<Optional<String>>(String sentence) -> Mono.error(new Refusal(sentence));
        };
    }

    private Mono<String> ring(Request request, Visit visit, String device) {
        return change.ring(visit, device).flatMap(meeting -> ledger.rang(visit, device, request)
                .then(Mono.defer(() -> answer(request, visit, device, meeting))));
    }

    /** The link that asks for no sign-in is for the visit's requester, and 1:1. */
    private Mono<String> answer(Request request, Visit visit, String device, Meeting meeting) {
        String rings = "Opening it rings " + device + " into " + visit.label() + " (" + visit.id() + ").";
        String signIn = "Host: [Open as host and ring " + device + " (Webex sign-in)](" + meeting.hostLoginLink()
                + ")  \n" + rings;
        String ordinary = "Host: " + meeting.hostLink() + "  \n" + rings;
        if (!request.speaker().person().equals(visit.requester().person())) {
            return Mono.just(signIn);
        }
        return request.spot().direct()
                ? Mono.just(ordinary)
                : chat.tell(request.speaker().person(), ordinary).onErrorReturn("").thenReturn(signIn);
    }
}
