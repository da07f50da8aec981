package io.visitbot.visit;

import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;

import org.junit.jupiter.api.Test;
import reactor.test.StepVerifier;

import io.visitbot.platform.ApiException;
import io.visitbot.visit.Preparations.Prepared;

import static org.assertj.core.api.Assertions.assertThat;

class PreparationsTests {

    private final VisitFixtures heart = new VisitFixtures();

    @Test
    void makesTheLinksOfADraftAtOnceAndOnce() {
        heart.preparations.begin(draft());
        assertThat(heart.engine.calls).containsExactly("open");
        Prepared prepared = VisitFixtures.given(heart.preparations.take("subject"));
        StepVerifier.create(prepared.opening()).expectNextCount(1).verifyComplete();
        assertThat(heart.engine.calls).containsExactly("open");
        assertThat(heart.engine.orders.getFirst()).isEqualTo(new MeetingEngine.Order("subject",
                VisitFixtures.NOON.plus(Duration.ofHours(1)), List.of(), List.of()));
    }

    @Test
    void makesNothingWhereThatIsSwitchedOff() {
        Preparations off = new Preparations(heart.engine, heart.clock,
                new VisitSettings(Duration.ofHours(1), "US", ZoneOffset.UTC, false));
        off.begin(draft());
        assertThat(heart.engine.calls).isEmpty();
        StepVerifier.create(off.take("subject")).verifyComplete();
    }

    @Test
    void givesNothingWhereMakingFailed() {
        heart.engine.trouble = ApiException.of("instant-connect", ApiException.Kind.UNAVAILABLE).build();
        heart.preparations.begin(draft());
        StepVerifier.create(heart.preparations.take("subject")).verifyComplete();
    }

    @Test
    void givesNothingOfAnotherRoomNorWhatWasForgotten() {
        heart.preparations.begin(draft());
        StepVerifier.create(heart.preparations.take("another")).verifyComplete();
        heart.preparations.forget("subject");
        StepVerifier.create(heart.preparations.take("subject")).verifyComplete();
    }

    @Test
    void serveAsTheyAreWhileFourFifthsOfTheirLifeAreLeftAndNothingMoreIsAsked() {
        heart.preparations.begin(draft());
        Prepared prepared = VisitFixtures.given(heart.preparations.take("subject"));
        Duration hour = Duration.ofHours(1);
        Visit plain = heart.asked("V-AAAA");
        assertThat(prepared.serve(plain, hour, VisitFixtures.NOON.plusSeconds(12 * 60))).isTrue();
        assertThat(prepared.serve(plain, hour, VisitFixtures.NOON.plusSeconds(12 * 60 + 1))).isFalse();
        assertThat(prepared.serve(plain.until(plain.requestedAt().plusSeconds(900)), hour, VisitFixtures.NOON))
                .isFalse();
        Visit ringing = new Visit(plain.id(), plain.origin(), plain.subject(), plain.place(), plain.requester(),
                plain.label(), plain.language(), plain.requestedAt(), plain.until(), plain.people(),
                List.of("room3@example.rooms.webex.com"), null, false, plain.state());
        assertThat(prepared.serve(ringing, hour, VisitFixtures.NOON)).isFalse();
    }

    private Draft draft() {
        return new Draft("nonce", "subject", VisitFixtures.SPACE, VisitFixtures.LEE, "patient-42",
                heart.clock.instant(), null, null);
    }
}
