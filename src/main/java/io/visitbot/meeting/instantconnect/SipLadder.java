package io.visitbot.meeting.instantconnect;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

import io.visitbot.meeting.instantconnect.SpaceCalls.Dialing;
import io.visitbot.platform.ApiException;
import io.visitbot.platform.Secret;

/**
 * Finds a space's SIP address as far as anybody tells: the space's own token is asked, then the bot's, then a meeting is
 * begun where a token for that is configured. Knowing none is an answer, never an error, and comes within ten seconds.
 */
class SipLadder {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final SpaceCalls calls;
    private final InstantConnectSettings settings;
    private final Scheduler timer;

    SipLadder(SpaceCalls calls, InstantConnectSettings settings, Scheduler timer) {
        this.calls = calls;
        this.settings = settings;
        this.timer = timer;
    }

    Mono<Dialing> climb(String space, @Nullable Secret spaceToken) {
        return Flux.fromIterable(rungs(space, spaceToken)).concatMap(SipLadder::quietly, 1)
                .takeUntil(dialing -> dialing.sipAddress() != null).take(PATIENCE, timer)
                .reduce(Dialing.UNKNOWN, Dialing::or);
    }

    private List<Mono<Dialing>> rungs(String space, @Nullable Secret spaceToken) {
        List<Mono<Dialing>> rungs = new ArrayList<>();
        if (spaceToken != null) {
            rungs.add(Mono.defer(() -> calls.meetingInfo(space, spaceToken)));
        }
        rungs.add(Mono.defer(() -> calls.meetingInfo(space, settings.botToken().secret())));
        if (settings.meetingsToken().isGiven()) {
            rungs.add(Mono.defer(() -> calls.meeting(space, settings.meetingsToken().secret())));
        }
        return rungs;
    }

    private static Mono<Dialing> quietly(Mono<Dialing> rung) {
        return rung.onErrorResume(ApiException.class, untold -> Mono.empty());
    }
}
