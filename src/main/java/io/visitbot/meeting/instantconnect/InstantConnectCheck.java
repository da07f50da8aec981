package io.visitbot.meeting.instantconnect;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

import reactor.core.publisher.Mono;

import io.visitbot.platform.ApiException;
import io.visitbot.platform.Check;
import io.visitbot.platform.Gate;
import io.visitbot.platform.Ids;
import io.visitbot.visit.MeetingEngine.Order;

/** Makes a pair of links that live a minute into a room that nobody will use. */
class InstantConnectCheck implements Check {

    private static final Duration LIFE = Duration.ofMinutes(1);
    private static final Result REFUSED = Result.wrong("does not accept the token",
            "Set IC_ACCESS_TOKEN, or WEBEX_BOT_TOKEN where that is empty, to a valid bot token in .env, and call "
                    + "POST /actuator/reload or start again.");

    private final Encryption encryption;
    private final Gate gate;
    private final Ids ids;
    private final Clock clock;

    InstantConnectCheck(Encryption encryption, Gate gate, Ids ids, Clock clock) {
        this.encryption = encryption;
        this.gate = gate;
        this.ids = ids;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "Instant Connect";
    }

    @Override
    public Optional<Result> glance() {
        return Optional.of(gate.isTokenRefused() ? REFUSED : Result.ok("accepts the token, as far as is known"));
    }

    @Override
    public Mono<Result> run() {
        return Mono.defer(() -> encryption.links(probe(), 1, 1)).map(links -> Result.ok("makes links"))
                .onErrorResume(failure -> Mono.just(explained(failure)));
    }

    private Order probe() {
        return new Order("check-" + ids.subject(), clock.instant().plus(LIFE), List.of(), List.of());
    }

    private static Result explained(Throwable error) {
        if (!(error instanceof ApiException failure)) {
            return Result.wrong("could not be asked", "Look into the log.");
        }
        return switch (failure.status()) {
            case 401 -> REFUSED;
            case 403 -> Result.wrong("refuses the organisation",
                    "Have an administrator activate Instant Connect at https://instant.webex.com/integrate and authorise "
                            + "the Instant Connect Service App in Control Hub.");
            case 404 -> Result.wrong("is not where it is looked for",
                    "Set IC_API_URL to the full address of joseencrypt.");
            default -> byKind(failure);
        };
    }

    private static Result byKind(ApiException failure) {
        return switch (failure.kind()) {
            case UNAVAILABLE -> Result.wrong("does not answer",
                    "See whether IC_API_URL can be reached from here and https://status.webex.com.");
            case LIMITED -> Result.wrong("asks for fewer calls", "Try again in a minute.");
            case UNREADABLE -> Result.wrong("answers something unreadable",
                    "See whether IC_API_URL is the address of joseencrypt, with no proxy's page before it.");
            case REFUSED, MISCONFIGURED, GONE -> Result.wrong("refuses to make links",
                    "See whether IC_AUDIENCE and IC_BASE_SUBJECT are right for your organisation.");
        };
    }
}
