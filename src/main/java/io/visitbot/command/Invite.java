package io.visitbot.command;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

import reactor.core.publisher.Mono;

import io.visitbot.bot.CommandHandler;
import io.visitbot.bot.Refusal;
import io.visitbot.bot.Request;
import io.visitbot.platform.PhoneNumber;
import io.visitbot.platform.PhoneNumbers;
import io.visitbot.visit.InvitePatient;
import io.visitbot.visit.Text;
import io.visitbot.visit.Visit;

/** Texts the guest link of a visit to one more number. */
final class Invite implements CommandHandler {

    static final String NOT_SET_UP = "Text messages are not set up here. Copy the guest link to the patient; `status` shows it.";

    private final VisitNames names;
    private final Standing standing;
    private final InvitePatient invite;
    private final PhoneNumbers numbers;
    private final LimitWords limits;

    Invite(VisitNames names, Standing standing, InvitePatient invite, PhoneNumbers numbers, LimitWords limits) {
        this.names = names;
        this.standing = standing;
        this.invite = invite;
        this.numbers = numbers;
        this.limits = limits;
    }

    @Override
    public Usage usage() {
        return new Usage("invite", "<visit> <phone>",
                "texts the guest link to a patient, a relative or an interpreter");
    }

    @Override
    public Mono<String> handle(Request request) {
        if (!invite.isPossible()) {
            return Mono.error(new Refusal(NOT_SET_UP));
        }
        return names.one(request, tail(request.line().rest()).name()).map(standing::ready)
                .flatMap(visit -> send(request, visit, phone(request.line().rest())));
    }

    private Mono<String> send(Request request, Visit visit, PhoneNumber phone) {
        Asked asked = Asked.invitation(request, visit, phone);
        return limits.note(Optional.of(phone), asked).then(Mono.justOrEmpty(numbers.objection(phone)))
                .<String>flatMap(objection -> Mono.error(new Refusal(objection)))
                .switchIfEmpty(Mono.defer(() -> plan(request, visit, phone, asked)));
    }

    private Mono<String> plan(Request request, Visit visit, PhoneNumber phone, Asked asked) {
        Mono<Text> planned = invite.invite(visit, phone, request.origin(), Ledger.actor(request.speaker()));
        return limits.inWords(planned, asked, "").flatMap(text -> text.id().equals(request.origin())
                ? Elsewhere.told(request, visit, List.of(text))
                : Mono.just(before(visit, text)));
    }

    private static String before(Visit visit, Text text) {
        return text.to().masked() + " was written to before for " + visit.label() + " (" + visit.id()
                + "). To send it once more, say `resend " + visit.id() + "`.";
    }

    private PhoneNumber phone(List<String> words) {
        return numbers.parse(tail(words).tail()).orElseThrow(() -> new Refusal(
                "I don't see a phone number in that. Say `invite <visit> +1 202 555 0142`."));
    }

    /** A number may be written with blanks, and a label may end in digits: the longest tail that is a number is meant. */
    private Tail tail(List<String> words) {
        Optional<Tail> found = IntStream.range(1, words.size()).mapToObj(split -> Tail.at(words, split))
                .filter(tail -> tail.tail().matches("[+(\\d][\\d ().\\-/]*") && numbers.parse(tail.tail()).isPresent())
                .findFirst();
        return found.orElseGet(() -> Tail.last(words));
    }
}
