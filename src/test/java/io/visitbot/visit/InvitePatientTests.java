package io.visitbot.visit;

import java.time.Duration;
import java.util.Set;

import org.junit.jupiter.api.Test;

import io.visitbot.platform.PhoneNumber;
import io.visitbot.platform.PhoneNumbers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class InvitePatientTests {

    private final VisitFixtures heart = new VisitFixtures();
    private final Visit visit = heart.kept(heart.ready("V-AAAA"));

    @Test
    void objectsToNumbersOfRegionsThatAreNotWrittenTo() {
        InvitePatient invite = heart.invite(new PhoneNumbers("US", Set.of("US")));
        assertThat(invite.objectsTo(new PhoneNumber("+525512345678", 52))).contains(Limit.REGION);
        assertThat(invite.objectsTo(VisitFixtures.PATIENT)).isEmpty();
        assertThat(heart.meters.counter("visit.refused", "limit", "region").count()).isEqualTo(1);
    }

    @Test
    void refusesWithoutSendingWhenThePatientSaidStop() {
        heart.texts.optOut(VisitFixtures.PATIENT, true).block();
        Text text = heart.planned(visit);
        assertThat(text.status()).isEqualTo(TextStatus.FAILED);
        assertThat(text.errorCode()).isEqualTo(InvitePatient.OPTED_OUT);
        assertThat(heart.texts.jobs).extracting(planned -> planned.job().kind()).containsExactly(Job.Kind.REPORT);
    }

    @Test
    void refusesWithoutSendingWhenTheNumberIsALandline() {
        PhoneNumber landline = heart.numbers.parse("+34 912 345 678").orElseThrow();
        Text text = heart.invite.invite(visit, landline, "t1", VisitFixtures.BY_LEE).block();
        assertThat(text).isNotNull().extracting(Text::errorCode).isEqualTo(InvitePatient.NO_MOBILE);
    }

    @Test
    void neverWritesToANumberThatCostsExtra() {
        PhoneNumber costly = heart.numbers.parse("+1 900 234 5678").orElseThrow();
        Text text = heart.invite.invite(visit, costly, "t1", VisitFixtures.BY_LEE).block();
        assertThat(text).isNotNull().extracting(Text::status, Text::errorCode).containsExactly(TextStatus.FAILED,
                Limit.COSTLY.code());
        assertThat(heart.meters.counter("visit.refused", "limit", "costly").count()).isEqualTo(1);
    }

    @Test
    void notesTheFirstTextAsNotSentWhenItIsOneTooMany() {
        heart.texts.usedUp = Limit.RECIPIENT;
        Text text = heart.planned(visit);
        assertThat(text.status()).isEqualTo(TextStatus.FAILED);
        assertThat(text.errorCode()).isEqualTo(Limit.RECIPIENT.code());
        assertThat(text.again()).isEqualTo(VisitFixtures.NOON.plus(Duration.ofHours(1)));
        assertThat(heart.texts.jobs).extracting(planned -> planned.job().kind()).containsExactly(Job.Kind.REPORT);
        assertThat(heart.meters.counter("visit.refused", "limit", "recipient").count()).isEqualTo(1);
    }

    @Test
    void doesNotSendLaterWhatWasRefusedWhenTheWorkIsRepeated() {
        heart.texts.usedUp = Limit.TEXTS;
        Text refused = heart.planned(visit);
        heart.texts.usedUp = null;
        assertThat(heart.planned(visit)).isEqualTo(refused);
        assertThat(heart.texts.byId).hasSize(1);
    }

    @Test
    void resendsAgainAfterOneThatWasRefused() {
        heart.texts.usedUp = Limit.TEXTS;
        heart.planned(visit);
        heart.texts.usedUp = null;
        assertThat(heart.invite.again(visit, "event-1", VisitFixtures.BY_LEE).blockLast()).isNotNull()
                .extracting(Text::status)
                .isEqualTo(TextStatus.PLANNED);
    }

    @Test
    void givesBackTheSameMessageForARepeatedRequestWhenTheLimitIsReachedMeanwhile() {
        Text first = heart.invite.invite(visit, VisitFixtures.PATIENT, "t1", VisitFixtures.BY_LEE).block();
        heart.texts.usedUp = Limit.TEXTS;
        assertThat(heart.invite.invite(visit, VisitFixtures.PATIENT, "t1", VisitFixtures.BY_LEE).block())
                .isEqualTo(first);
    }

    @Test
    void writesNothingDownWhenSomebodyInvitesOneTooMany() {
        heart.texts.usedUp = Limit.TEXTS;
        assertThatExceptionOfType(LimitReachedException.class)
                .isThrownBy(
                        () -> heart.invite.invite(visit, VisitFixtures.PATIENT, "t1", VisitFixtures.BY_LEE).block());
        assertThat(heart.texts.byId).isEmpty();
    }

    @Test
    void tellsThatTheVisitIsOffHoweverManyTextsThereWere() {
        Text invite = heart.planned(visit);
        heart.send.run(invite.id(), 0).block();
        heart.texts.usedUp = Limit.RECIPIENT;
        assertThat(heart.change.cancel(visit, VisitFixtures.BY_LEE).block()).extracting(Text::status)
                .containsExactly(TextStatus.PLANNED);
    }

    @Test
    void sendsOnceMoreForEachRequestToResend() {
        heart.planned(visit);
        heart.invite.again(visit, "event-1", VisitFixtures.BY_LEE).blockLast();
        heart.invite.again(visit, "event-1", VisitFixtures.BY_LEE).blockLast();
        assertThat(heart.texts.byId).hasSize(2);
        heart.invite.again(visit, "event-2", VisitFixtures.BY_LEE).blockLast();
        assertThat(heart.texts.byId.values()).extracting(Text::round).containsExactly(0, 1, 2);
    }

    @Test
    void givesTheEarlierMessageWhenANumberIsInvitedTwice() {
        Text first = heart.invite.invite(visit, VisitFixtures.PATIENT, "t1", VisitFixtures.BY_LEE).block();
        assertThat(heart.invite.invite(visit, VisitFixtures.PATIENT, "t2", VisitFixtures.BY_LEE).block())
                .isEqualTo(first);
    }

    @Test
    void writesToNobodyWhoseNumberWasRemoved() {
        Text invite = heart.planned(visit);
        heart.send.run(invite.id(), 0).block();
        heart.texts.byId.replaceAll((id, sent) -> sent.forgotten());

        assertThat(heart.change.cancel(visit, VisitFixtures.BY_LEE).block()).isEmpty();
        assertThat(heart.texts.byId).hasSize(1);
    }

    @Test
    void tellsOnlyThoseWhoWereWrittenToThatTheVisitIsOff() {
        Text invite = heart.planned(visit);
        heart.send.run(invite.id(), 0).block();
        assertThat(heart.change.cancel(visit, VisitFixtures.BY_LEE).block()).singleElement()
                .satisfies(told -> assertThat(told.purpose()).isEqualTo(Text.Purpose.CANCELLED));
    }

    @Test
    void tellsNobodyThatTheVisitIsOffWhenNothingWasSent() {
        heart.planned(visit);
        assertThat(heart.change.cancel(visit, VisitFixtures.BY_LEE).block()).isEmpty();
        assertThat(heart.texts.byId.values()).extracting(Text::status).containsExactly(TextStatus.CANCELLED);
    }
}
