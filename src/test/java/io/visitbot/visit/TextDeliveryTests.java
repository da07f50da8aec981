package io.visitbot.visit;

import java.time.Duration;

import org.junit.jupiter.api.Test;
import reactor.test.StepVerifier;
import reactor.test.scheduler.VirtualTimeScheduler;

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
        assertThat(heart.texts.byId.get(text.id()).status()).isEqualTo(TextStatus.DELIVERED);
    }

    @Test
    void keepsTheReasonOfAFailure() {
        heart.send.run(text.id(), 0).block();
        report("SM1", TextStatus.UNDELIVERED, 30006);
        assertThat(heart.texts.byId.get(text.id()).errorCode()).isEqualTo(30006);
    }

    @Test
    void waitsALittleForAMessageWhoseAnswerIsOvertaken() {
        StepVerifier.create(delivery.status("SM1", TextStatus.SENT, 0))
                .then(() -> heart.send.run(text.id(), 0).block())
                .then(() -> timer.advanceTimeBy(Duration.ofSeconds(1))).verifyComplete();
        assertThat(heart.texts.byId.get(text.id()).status()).isEqualTo(TextStatus.SENT);
    }

    @Test
    void letsGoOfReportsAboutOthersMessages() {
        StepVerifier.create(delivery.status("SM-of-somebody", TextStatus.SENT, 0))
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
        StepVerifier.create(delivery.status(provider, status, code)).verifyComplete();
    }
}
