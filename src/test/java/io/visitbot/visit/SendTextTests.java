package io.visitbot.visit;

import java.time.Duration;

import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.test.StepVerifier;

import io.visitbot.platform.ApiException;

import static org.assertj.core.api.Assertions.assertThat;

class SendTextTests {

    private final VisitFixtures heart = new VisitFixtures();
    private final Visit visit = heart.kept(heart.ready("V-AAAA"));
    private final Text text = heart.planned(visit);

    @Test
    void sendsOnceAndReports() {
        run(0);
        assertThat(heart.messenger.sent).containsExactly("+12025550142");
        assertThat(now().status()).isEqualTo(TextStatus.QUEUED);
        assertThat(now().providerId()).isEqualTo("SM1");
        assertThat(heart.texts.jobs).contains(PlannedJob.of(Job.Kind.REPORT, text.id(), VisitFixtures.NOON));
    }

    @Test
    void looksInsteadOfSendingAgainWhenTheOutcomeIsUnclear() {
        heart.messenger.trouble = ApiException.of("twilio", ApiException.Kind.UNAVAILABLE).build();
        StepVerifier.create(heart.send.run(text.id(), 0)).verifyError(ApiException.class);
        assertThat(now().status()).isEqualTo(TextStatus.SENDING);
        heart.messenger.trouble = null;
        heart.messenger.found = Flux.just(new PatientMessenger.Handover("SM9", TextStatus.SENT, 0));
        heart.clock.pass(Duration.ofSeconds(5));
        run(1);
        assertThat(heart.messenger.sent).hasSize(1);
        assertThat(now().providerId()).isEqualTo("SM9");
    }

    @Test
    void takesNoMessageForItsOwnThatIsKnownAsAnother() {
        run(0);
        heart.messenger.trouble = ApiException.of("twilio", ApiException.Kind.UNAVAILABLE).build();
        heart.invite.again(visit, "resend", VisitFixtures.BY_LEE).blockLast();
        StepVerifier.create(heart.send.run("resend:0", 0)).verifyError(ApiException.class);
        heart.messenger.found = Flux.just(new PatientMessenger.Handover("SM1", TextStatus.SENT, 0),
                new PatientMessenger.Handover("SM2", TextStatus.SENT, 0));
        heart.clock.pass(Duration.ofSeconds(5));
        StepVerifier.create(heart.send.run("resend:0", 1)).expectNextCount(1).verifyComplete();
        assertThat(heart.text("resend:0").providerId()).isEqualTo("SM2");
    }

    @Test
    void looksOnceMoreWhenTheVisitIsOver() {
        heart.messenger.trouble = ApiException.of("twilio", ApiException.Kind.UNAVAILABLE).build();
        StepVerifier.create(heart.send.run(text.id(), 0)).verifyError(ApiException.class);
        heart.messenger.found = Flux.just(new PatientMessenger.Handover("SM9", TextStatus.DELIVERED, 0));
        heart.clock.pass(Duration.ofHours(2));
        run(1);
        assertThat(now().status()).isEqualTo(TextStatus.DELIVERED);
    }

    @Test
    void showsUnknownAndNeverSendsAgainWhenNothingIsFound() {
        heart.messenger.trouble = ApiException.of("twilio", ApiException.Kind.UNAVAILABLE).build();
        StepVerifier.create(heart.send.run(text.id(), 0)).verifyError(ApiException.class);
        for (int attempt = 1; attempt <= 4; attempt++) {
            heart.clock.pass(Duration.ofSeconds(5));
            run(attempt);
        }
        assertThat(now().status()).isEqualTo(TextStatus.UNKNOWN);
        assertThat(heart.messenger.sent).hasSize(1);
    }

    @Test
    void sendsAgainWhenItIsKnownNotToHaveBeenTaken() {
        heart.messenger.trouble = ApiException.of("twilio", ApiException.Kind.LIMITED).status(429).notProcessed()
                .build();
        StepVerifier.create(heart.send.run(text.id(), 0)).verifyError(ApiException.class);
        assertThat(now().status()).isEqualTo(TextStatus.PLANNED);
        heart.messenger.trouble = null;
        run(1);
        assertThat(now().status()).isEqualTo(TextStatus.QUEUED);
    }

    @Test
    void keepsARefusalWithItsCode() {
        heart.messenger.answer = new PatientMessenger.Handover("", TextStatus.FAILED, 21614);
        run(0);
        assertThat(now().status()).isEqualTo(TextStatus.FAILED);
        assertThat(now().errorCode()).isEqualTo(21614);
    }

    @Test
    void sendsNothingForAVisitThatWasCalledOff() {
        heart.change.cancel(visit, VisitFixtures.BY_LEE).block();
        run(0);
        assertThat(heart.messenger.sent).isEmpty();
        assertThat(now().status()).isEqualTo(TextStatus.CANCELLED);
    }

    @Test
    void sendsNothingWhenTheLinksHaveEnded() {
        heart.clock.pass(Duration.ofHours(1));
        run(0);
        assertThat(heart.messenger.sent).isEmpty();
    }

    @Test
    void asksHowItStandsWhenNoReportComes() {
        run(0);
        heart.messenger.answer = new PatientMessenger.Handover("SM1", TextStatus.DELIVERED, 0);
        run(1);
        assertThat(now().status()).isEqualTo(TextStatus.DELIVERED);
        assertThat(heart.messenger.sent).hasSize(1);
    }

    private Text now() {
        return heart.text(text.id());
    }

    private void run(int attempt) {
        StepVerifier.create(heart.send.run(text.id(), attempt)).expectNextCount(1).verifyComplete();
    }
}
