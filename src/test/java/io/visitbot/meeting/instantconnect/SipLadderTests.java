package io.visitbot.meeting.instantconnect;

import java.time.Duration;
import java.util.Map;

import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;
import reactor.test.scheduler.VirtualTimeScheduler;

import io.visitbot.meeting.instantconnect.SpaceCalls.Dialing;
import io.visitbot.platform.Secret;
import io.visitbot.platform.Settings;

class SipLadderTests {

    @Test
    void knowsNoneWhereNobodyAnswersInTime() {
        VirtualTimeScheduler timer = VirtualTimeScheduler.create();
        InstantConnectSettings settings = InstantConnectSettings.read(new Settings(Map.<String, String>of()::get));

        StepVerifier.create(new SipLadder(new Silence(), settings, timer).climb("space", null)).expectSubscription()
                .then(() -> timer.advanceTimeBy(Duration.ofSeconds(10))).expectNext(Dialing.UNKNOWN).expectComplete()
                .verify(Duration.ofSeconds(5));
    }

    private static final class Silence implements SpaceCalls {
        @Override
        public Mono<Dialing> meetingInfo(String space, Secret token) {
            return Mono.never();
        }

        @Override
        public Mono<Dialing> meeting(String space, Secret token) {
            return Mono.never();
        }

        @Override
        public Mono<Void> addMember(String space, String email, Secret token) {
            return Mono.never();
        }
    }
}
