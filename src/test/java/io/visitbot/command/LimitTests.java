package io.visitbot.command;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.junit.jupiter.api.Test;

import io.visitbot.visit.Draft;
import io.visitbot.visit.Limit;
import io.visitbot.visit.VisitFixtures;
import io.visitbot.webex.WebexOnPaper.Said;

import static org.assertj.core.api.Assertions.assertThat;

class LimitTests {

    private final Conversation talk = new Conversation();

    @Test
    void saysWhenTheNextVisitCanBeStartedAndWhoCanStartOneNow() {
        talk.heart.visits.oldest = VisitFixtures.NOON.minusSeconds(600);
        assertThat(talk.says("new patient-42 +1 202 555 0142")).singleElement().satisfies(said -> assertThat(said
                .words()).contains("30 visits within an hour", "again at 12:50 UTC", "A colleague can start one now"));
        assertThat(talk.heart.visits.byId).isEmpty();
    }

    @Test
    void showsNoFormThatCouldNotBeSent() {
        talk.heart.visits.oldest = VisitFixtures.NOON;
        assertThat(talk.says("new patient-42")).singleElement()
                .satisfies(said -> assertThat(said.words()).contains("again at 13:00 UTC"));
        assertThat(talk.heart.drafts.byNonce).isEmpty();
        assertThat(talk.heart.engine.calls).isEmpty();
    }

    @Test
    void formThatStandsAlreadyIsNotRefusedAfterwards() {
        talk.says("new patient-42");
        talk.heart.visits.oldest = VisitFixtures.NOON;
        assertThat(talk.comesAgain()).isEmpty();
    }

    @Test
    void leavesTheFormForLater() {
        Said form = talk.says("new patient-42").getFirst();
        talk.heart.visits.oldest = VisitFixtures.NOON;
        assertThat(submit(Map.of())).singleElement().satisfies(
                said -> assertThat(said.words()).contains("Your form stays as it is", "again at 13:00 UTC"));
        assertThat(talk.webex.deleted).isEmpty();

        talk.heart.visits.oldest = null;
        talk.heart.clock.pass(Duration.ofHours(1));
        submit(Map.of());
        assertThat(talk.heart.visits.byId).hasSize(1);
        talk.works();
        assertThat(talk.webex.deleted).containsExactly(form.id());
    }

    @Test
    void givesTheSameVisitForASecondSubmissionThoughNoMoreMayBeStarted() {
        talk.says("new patient-42");
        submit(Map.of());
        talk.heart.visits.oldest = VisitFixtures.NOON;
        assertThat(submit(Map.of())).singleElement()
                .satisfies(said -> assertThat(said.words()).contains("has been started already"));
    }

    @Test
    void formComesBackWithANumberThatIsNeverWrittenTo() {
        talk.says("new patient-42");
        assertThat(submit(Map.of("phone", "+1 900 234 5678"))).singleElement()
                .satisfies(said -> assertThat(said.words()).contains("Patient's mobile: That number costs extra"));
        assertThat(talk.heart.visits.byId).isEmpty();
    }

    @Test
    void visitHasItsLinksAndTheThreadSaysWhyNoTextWasSent() {
        talk.heart.texts.usedUp = Limit.RECIPIENT;
        talk.says("new patient-42 +1 202 555 0142");
        List<Said> answers = talk.works();
        assertThat(answers).anySatisfy(said -> assertThat(said.words()).contains("Guest: "));
        assertThat(answers).anySatisfy(said -> assertThat(said.words()).contains("not delivered",
                "as many texts within an hour as one number may be", "at 13:00 UTC or after it"));
        assertThat(talk.heart.messenger.sent).isEmpty();
    }

    @Test
    void inviteSaysWhenItWorksAgain() {
        ready();
        talk.heart.texts.usedUp = Limit.TEXTS;
        assertThat(talk.says("invite " + talk.visit() + " +1 202 555 0143")).singleElement()
                .satisfies(said -> assertThat(said.words()).contains("60 text messages within an hour",
                        "again at 13:00 UTC", "give the guest link to the patient another way"));
        talk.heart.texts.usedUp = null;
        talk.says("invite " + talk.visit() + " +1 202 555 0143");
        talk.works();
        assertThat(talk.heart.messenger.sent).containsExactly("+12025550143");
    }

    @Test
    void inviteRefusesANumberThatIsNeverWrittenTo() {
        ready();
        assertThat(talk.says("invite " + talk.visit() + " +1 900 234 5678")).singleElement()
                .satisfies(said -> assertThat(said.words()).contains("costs extra"));
        assertThat(talk.heart.texts.byId).isEmpty();
    }

    @Test
    void resendIsNotedAsNotSentInTheThreadAndInStatus() {
        talk.says("new patient-42 +1 202 555 0142");
        talk.works();
        talk.heart.texts.usedUp = Limit.RECIPIENT;
        talk.says("resend " + talk.visit());
        assertThat(talk.works()).singleElement()
                .satisfies(said -> assertThat(said.words()).contains("at 13:00 UTC or after it"));
        assertThat(talk.says("status " + talk.visit())).singleElement()
                .satisfies(said -> assertThat(said.words()).contains("at 13:00 UTC or after it"));
        assertThat(talk.heart.messenger.sent).hasSize(1);
    }

    private void ready() {
        talk.says("new patient-42 in english");
        talk.works();
    }

    private List<Said> submit(Map<String, String> typed) {
        Draft draft = talk.heart.drafts.byNonce.values().iterator().next();
        Map<String, String> inputs = new java.util.HashMap<>(
                Map.of("action", "visit.start", "nonce", draft.nonce(), "label", "patient-42", "send", "true"));
        inputs.putAll(typed);
        return talk.submits(Conversation.LEE, Objects.requireNonNull(draft.message()), inputs);
    }
}
