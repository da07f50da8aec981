package io.visitbot.visit;

import java.time.Duration;

import org.junit.jupiter.api.Test;
import reactor.test.StepVerifier;
import reactor.test.scheduler.VirtualTimeScheduler;

import io.visitbot.platform.ApiException;

import static org.assertj.core.api.Assertions.assertThat;

class TextDeliveryTests {

    private final VisitFixtures heart = new VisitFixtures();
    private final VirtualTimeScheduler timer = VirtualTimeScheduler.create();
    private final TextDelivery delivery = new TextDelivery(heart.texts, heart.clock, timer);
    private final Text text = heart.planned(heart.kept(heart.ready("V-AAAA")));

    @Test
    void neverGoesBackFromAFinalStatus() {
        heart.send.run(text.id(), 0).block();
        report("SM1", TextStatus.DELIVERED, 0);
        report("SM1", TextStatus.SENT, 0);
        report("SM1", TextStatus.UNDELIVERED, 30003);
        assertThat(heart.text(text.id()).status()).isEqualTo(TextStatus.DELIVERED);
    }

    @Test
    void keepsTheReasonOfAFailure() {
        heart.send.run(text.id(), 0).block();
        report("SM1", TextStatus.UNDELIVERED, 30006);
        assertThat(heart.text(text.id()).errorCode()).isEqualTo(30006);
    }

    @Test
    void waitsALittleForAMessageWhoseAnswerIsOvertaken() {
        StepVerifier.create(delivery.status("SM1", null, TextStatus.SENT, 0))
                .then(() -> heart.send.run(text.id(), 0).block())
                .then(() -> timer.advanceTimeBy(Duration.ofSeconds(1))).verifyComplete();
        assertThat(heart.text(text.id()).status()).isEqualTo(TextStatus.SENT);
    }

    @Test
    void knowsByOurOwnIdWhatBecameOfAHandOverThatNobodySawEnd() {
        leftUnknown();
        StepVerifier.create(delivery.status("SM7", text.id(), TextStatus.DELIVERED, 0)).verifyComplete();
        assertThat(heart.text(text.id()).status()).isEqualTo(TextStatus.DELIVERED);
        assertThat(heart.text(text.id()).providerId()).isEqualTo("SM7");
    }

    @Test
    void doesNotTakeAnotherMessageForOursThatIsKnown() {
        heart.send.run(text.id(), 0).block();
        StepVerifier.create(delivery.status("SM7", text.id(), TextStatus.DELIVERED, 0))
                .then(() -> timer.advanceTimeBy(Duration.ofSeconds(10))).verifyComplete();
        assertThat(heart.text(text.id()).status()).isEqualTo(TextStatus.QUEUED);
    }

    private void leftUnknown() {
        heart.messenger.trouble = ApiException.of("twilio", ApiException.Kind.UNAVAILABLE).build();
        StepVerifier.create(heart.send.run(text.id(), 0)).verifyError(ApiException.class);
        heart.clock.pass(Duration.ofSeconds(20));
        heart.send.run(text.id(), 1).block();
        assertThat(heart.text(text.id()).status()).isEqualTo(TextStatus.UNKNOWN);
    }

    @Test
    void letsGoOfReportsAboutOthersMessages() {
        StepVerifier.create(delivery.status("SM-of-somebody", null, TextStatus.SENT, 0))
                .then(() -> timer.advanceTimeBy(Duration.ofSeconds(10))).verifyComplete();
    }

    @Test
    void remembersWhoWantsNoTexts() {
        StepVerifier.create(delivery.stop(VisitFixtures.PATIENT)).verifyComplete();
        assertThat(heart.texts.hasOptedOut(VisitFixtures.PATIENT).block()).isTrue();
        StepVerifier.create(delivery.start(VisitFixtures.PATIENT)).verifyComplete();
        assertThat(heart.texts.hasOptedOut(VisitFixtures.PATIENT).block()).isFalse();
    }

    private void report(String provider, TextStatus status, int code) {
        StepVerifier.create(delivery.status(provider, null, status, code)).verifyComplete();
    }
}
