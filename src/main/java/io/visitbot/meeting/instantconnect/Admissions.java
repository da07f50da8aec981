package io.visitbot.meeting.instantconnect;

import java.util.List;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import io.visitbot.platform.ApiException;
import io.visitbot.platform.ApiException.Kind;
import io.visitbot.platform.Secret;
import io.visitbot.platform.Token;
import io.visitbot.visit.Admission;
import io.visitbot.visit.Admission.Outcome;

/** Adds colleagues to a temporary space, side by side; each has an answer of his own and none stops the others. */
class Admissions {

    private static final int SIDE_BY_SIDE = 8;

    private final SpaceCalls calls;
    private final Token botToken;

    Admissions(SpaceCalls calls, Token botToken) {
        this.calls = calls;
        this.botToken = botToken;
    }

    /** One answer each, in the order asked. The space's token is tried first, the bot's where that is not accepted. */
    Mono<List<Admission>> add(String space, @Nullable Secret spaceToken, List<String> emails) {
        return Flux.fromIterable(emails).flatMapSequential(email -> add(space, spaceToken, email), SIDE_BY_SIDE)
                .collectList();
    }

    /** What is said of everybody where there is no space to add to. */
    static List<Admission> failed(List<String> emails) {
        return emails.stream().map(email -> new Admission(email, Outcome.FAILED, "the space could not be opened"))
                .toList();
    }

    private Mono<Admission> add(String space, @Nullable Secret spaceToken, String email) {
        Mono<Void> byBot = Mono.defer(() -> calls.addMember(space, email, botToken.secret()));
        Mono<Void> call = spaceToken == null
                ? byBot
                : calls.addMember(space, email, spaceToken)
                        .onErrorResume(ApiException.is(Kind.MISCONFIGURED, Kind.GONE), unknown -> byBot);
        return call.thenReturn(new Admission(email, Outcome.ADDED, null))
                .onErrorResume(ApiException.class, failure -> Mono.just(explained(email, failure)));
    }

    private static Admission explained(String email, ApiException failure) {
        if (failure.status() == 409) {
            return new Admission(email, Outcome.ALREADY, null);
        }
        return switch (failure.kind()) {
            case REFUSED -> new Admission(email, Outcome.REFUSED, refusal(failure.status()));
            case GONE -> new Admission(email, Outcome.REFUSED, "Webex knows no such person or space");
            case LIMITED -> new Admission(email, Outcome.FAILED, "Webex is busy just now");
            case MISCONFIGURED -> new Admission(email, Outcome.FAILED, "the bot's access to the space has ended");
            case UNAVAILABLE, UNREADABLE -> new Admission(email, Outcome.FAILED, "Webex did not answer");
        };
    }

    private static String refusal(int status) {
        return status == 403
                ? "the organisation's rules don't let this person in"
                : "Webex does not take this address";
    }
}
