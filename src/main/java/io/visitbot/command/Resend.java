package io.visitbot.command;

import java.util.List;

import reactor.core.publisher.Mono;

import io.visitbot.bot.CommandHandler;
import io.visitbot.bot.Refusal;
import io.visitbot.bot.Request;
import io.visitbot.visit.InvitePatient;
import io.visitbot.visit.Text;
import io.visitbot.visit.Visit;

/** Sends a visit's text message once more, because somebody asks for it. */
final class Resend implements CommandHandler {

    private final VisitNames names;
    private final Standing standing;
    private final InvitePatient invite;

    Resend(VisitNames names, Standing standing, InvitePatient invite) {
        this.names = names;
        this.standing = standing;
        this.invite = invite;
    }

    @Override
    public Usage usage() {
        return new Usage("resend", "<visit>", "sends the text message once more");
    }

    @Override
    public Mono<String> handle(Request request) {
        if (!invite.isPossible()) {
            return Mono.error(new Refusal(Invite.NOT_SET_UP));
        }
        return names.one(request, request.line().rest()).map(standing::ready)
                .flatMap(visit -> invite.again(visit, request.origin(), Ledger.actor(request.speaker())).collectList()
                        .flatMap(texts -> answer(request, visit, texts)));
    }

    private static Mono<String> answer(Request request, Visit visit, List<Text> texts) {
        return texts.isEmpty()
                ? Mono.just("I have no number for " + visit.label() + " (" + visit.id() + "). Say `invite " + visit.id()
                        + " +1 202 555 0142`.")
                : Elsewhere.told(request, visit, texts);
    }
}
