package io.visitbot.visit;

import java.time.Duration;
import java.util.List;

import org.junit.jupiter.api.Test;
import reactor.test.StepVerifier;

import io.visitbot.platform.ApiException;

import static org.assertj.core.api.Assertions.assertThat;

class OpenVisitTests {

    private final VisitFixtures heart = new VisitFixtures();

    @Test
    void makesLinksPlansTheTextAndShowsTheResult() {
        heart.kept(heart.asked("V-AAAA"));
        run("V-AAAA");
        assertThat(heart.visit("V-AAAA").state()).isInstanceOf(Visit.State.Ready.class);
        assertThat(heart.texts.jobs).extracting(planned -> planned.job().kind()).containsExactly(Job.Kind.TEXT);
        assertThat(heart.announcer.said).containsExactly("ready V-AAAA");
        assertThat(heart.meters.counter("visit.visits", "outcome", "ready").count()).isEqualTo(1);
    }

    @Test
    void plansOneTextHoweverOftenItRuns() {
        heart.kept(heart.asked("V-AAAA"));
        run("V-AAAA");
        run("V-AAAA");
        assertThat(heart.texts.byId).hasSize(1);
        assertThat(heart.engine.calls).containsExactly("open");
    }

    @Test
    void writesToNobodyWhenTextMessagesAreNotSetUp() {
        heart.messenger.configured = false;
        heart.kept(heart.asked("V-AAAA"));
        run("V-AAAA");
        assertThat(heart.texts.byId).isEmpty();
        assertThat(heart.announcer.said).containsExactly("ready V-AAAA");
    }

    @Test
    void asksForNothingMoreWhenAllWasPrepared() {
        heart.preparations.begin(draft("subject-V-AAAA"));
        heart.clock.pass(Duration.ofMinutes(5));
        heart.kept(heart.asked("V-AAAA"));
        run("V-AAAA");
        assertThat(heart.engine.calls).containsExactly("open");
        assertThat(heart.engine.orders.getFirst().subject()).isEqualTo("subject-V-AAAA");
    }

    @Test
    void endsWithThePreparedLinksAndNotLater() {
        heart.preparations.begin(draft("subject-V-AAAA"));
        heart.clock.pass(Duration.ofMinutes(5));
        heart.kept(heart.asked("V-AAAA"));
        run("V-AAAA");
        assertThat(heart.visit("V-AAAA").until()).isEqualTo(VisitFixtures.NOON.plus(Duration.ofHours(1)));
    }

    @Test
    void renewsPreparedLinksWhenADeviceIsToRing() {
        heart.preparations.begin(draft("subject-V-AAAA"));
        Visit visit = heart.asked("V-AAAA");
        heart.kept(
                new Visit(visit.id(), visit.origin(), visit.subject(), visit.place(), visit.requester(), visit.label(),
                        visit.language(), visit.requestedAt(), visit.until(), List.of("nurse.ortiz@example.org"),
                        List.of("room3@example.rooms.webex.com"), null, false, visit.state()));
        run("V-AAAA");
        assertThat(heart.engine.calls).containsExactly("open", "renew", "add");
        assertThat(heart.engine.orders.getLast().devices()).containsExactly("room3@example.rooms.webex.com");
    }

    @Test
    void renewsPreparedLinksWhenAFifthOfTheirLifeIsGone() {
        heart.preparations.begin(draft("subject-V-AAAA"));
        heart.clock.pass(Duration.ofMinutes(13));
        heart.kept(heart.asked("V-AAAA"));
        run("V-AAAA");
        assertThat(heart.engine.calls).containsExactly("open", "renew");
    }

    @Test
    void asksAgainWhenPreparingFailed() {
        heart.engine.trouble = ApiException.of("instant-connect", ApiException.Kind.UNAVAILABLE).build();
        heart.preparations.begin(draft("subject-V-AAAA"));
        heart.engine.trouble = null;
        heart.kept(heart.asked("V-AAAA"));
        run("V-AAAA");
        assertThat(heart.engine.calls).containsExactly("open", "open");
    }

    @Test
    void comesAgainAndKeepsTheVisitWhenTheEngineIsAway() {
        heart.engine.trouble = ApiException.of("instant-connect", ApiException.Kind.UNAVAILABLE).build();
        heart.kept(heart.asked("V-AAAA"));
        StepVerifier.create(heart.open.run("V-AAAA", 0)).verifyError(ApiException.class);
        assertThat(heart.visit("V-AAAA").state()).isInstanceOf(Visit.State.Opening.class);
        assertThat(heart.announcer.said).isEmpty();
    }

    @Test
    void explainsAtOnceWhenAnOperatorHasToAct() {
        heart.engine.trouble = ApiException.of("instant-connect", ApiException.Kind.MISCONFIGURED).status(401).build();
        heart.kept(heart.asked("V-AAAA"));
        StepVerifier.create(heart.open.run("V-AAAA", 0)).verifyError(ApiException.class);
        assertThat(heart.announcer.said).singleElement().asString().contains("refuses us").contains("check");
    }

    @Test
    void saysThatItGaveUpWhenTheLinksWouldHaveEnded() {
        heart.kept(heart.asked("V-AAAA"));
        heart.clock.pass(Duration.ofHours(1));
        run("V-AAAA");
        assertThat(heart.announcer.said).containsExactly("failed V-AAAA");
        assertThat(heart.engine.calls).isEmpty();
    }

    @Test
    void makesNothingForAVisitThatWasCalledOff() {
        heart.kept(
                heart.asked("V-AAAA").with(new Visit.State.Cancelled(null, "dr.lee@example.org", VisitFixtures.NOON)));
        run("V-AAAA");
        assertThat(heart.engine.calls).isEmpty();
        assertThat(heart.announcer.said).isEmpty();
    }

    private void run(String visit) {
        StepVerifier.create(heart.open.run(visit, 0)).expectNext(JobHandler.Next.DONE).verifyComplete();
    }

    private Draft draft(String subject) {
        return new Draft("nonce", subject, VisitFixtures.SPACE, VisitFixtures.LEE, "patient-42", heart.clock.instant(),
                null, null);
    }
}
