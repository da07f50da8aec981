package io.visitbot.command;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.junit.jupiter.api.Test;

import io.visitbot.platform.ApiException;
import io.visitbot.visit.Draft;
import io.visitbot.visit.Visit;
import io.visitbot.visit.VisitFixtures;
import io.visitbot.webex.Person;
import io.visitbot.webex.WebexOnPaper;
import io.visitbot.webex.WebexOnPaper.Said;
import io.visitbot.webhook.EventHandler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class VisitFormsTests {

    private final Conversation talk = new Conversation();
    private final Said form = talk.says("new patient-42").getFirst();

    @Test
    void formStandsInTheThreadWithTheLabelFilledIn() {
        assertThat(form.message().parentId()).isEqualTo("message-1");
        assertThat(form.message().card()).contains("\"visit.start\"", "\"patient-42\"", draft().nonce());
        assertThat(form.words()).contains("If you see no form here, type: `new patient-42");
        assertThat(draft().message()).isEqualTo(form.id());
        assertThat(talk.heart.visits.byId).isEmpty();
    }

    @Test
    void keepsTheDraftBeforeTheFormIsShown() {
        Conversation mute = new Conversation();
        mute.webex.troubleWithPosting = _ -> {
            assertThat(mute.heart.drafts.byNonce).hasSize(1);
            return null;
        };
        assertThat(mute.says("new patient-7")).hasSize(1);
    }

    @Test
    void submittedFormBecomesTheVisitThatWasAskedFor() {
        submit(Conversation.LEE, Map.of("phone", "+52 55 1234 5678", "people", "nurse.ortiz@example.org", "device",
                "room3@example.rooms.webex.com", "language", "es", "duration", "1800"));
        Visit visit = talk.heart.visit(talk.visit());
        assertThat(visit.label()).isEqualTo("patient-42");
        assertThat(visit.people()).containsExactly("nurse.ortiz@example.org");
        assertThat(visit.devices()).containsExactly("room3@example.rooms.webex.com");
        assertThat(visit.language().tag()).isEqualTo("es");
        assertThat(visit.life()).isEqualTo(Duration.ofMinutes(30));
        assertThat(visit.sendText()).isTrue();
        assertThat(visit.subject()).isEqualTo(draft().subject());
        assertThat(visit.place().thread()).isEqualTo("message-1");
    }

    @Test
    void resultTakesTheFormsPlace() {
        assertThat(submit(Conversation.LEE, Map.of("phone", "+52 55 1234 5678"))).isEmpty();
        List<Said> answers = talk.works();
        assertThat(answers.getFirst().message().parentId()).isEqualTo("message-1");
        assertThat(answers.getFirst().words()).contains("Host: ", "Guest: ", "SIP: ", "+52 ·· ··· ··78");
        assertThat(talk.webex.deleted).containsExactly(form.id());
        assertThat(answers.stream().filter(said -> !said.isPrivate())).hasSizeLessThanOrEqualTo(2);
    }

    @Test
    void keepsTheNumberFromTheSpaceWhenAnotherFieldIsWrong() {
        Said again = submit(Conversation.LEE, Map.of("phone", "+52 55 1234 5678", "people", "nobody")).getFirst();
        assertThat(again.message().card()).contains("+52 ·· ··· ··78 is kept", "\"nobody\"").doesNotContain("1234");
        submit(Conversation.LEE, Map.of("phone", "", "people", ""));
        assertThat(talk.heart.visit(talk.visit()).phone()).isEqualTo(talk.heart.numbers.parse("+525512345678").get());
    }

    @Test
    void mistakesComeBackWithTheFormStillFilledIn() {
        List<Said> answers = submit(Conversation.LEE, Map.of("label", "", "phone", "12", "people", "nurse, ortiz",
                "device", "room three", "duration", "1", "language", "tlh"));
        assertThat(answers).singleElement().satisfies(said -> {
            assertThat(said.words()).contains("Label:", "Patient's mobile:", "Who else joins:", "Room device:",
                    "The links live for:", "Language:");
            assertThat(said.message().card()).contains("\"room three\"", "\"nurse, ortiz\"", "\"12\"",
                    draft().nonce());
            assertThat(said.message().parentId()).isEqualTo("message-1");
        });
        assertThat(talk.heart.visits.byId).isEmpty();
        assertThat(talk.webex.deleted).containsExactly(form.id());
        assertThat(draft().message()).isEqualTo(answers.getFirst().id());
    }

    @Test
    void correctedFormStartsTheVisit() {
        submit(Conversation.LEE, Map.of("phone", "12"));
        submit(Conversation.LEE, Map.of("phone", "+52 55 1234 5678"));
        assertThat(talk.heart.visits.byId).hasSize(1);
    }

    @Test
    void secondSubmitterGetsTheSameLinks() {
        submit(Conversation.LEE, Map.of());
        talk.works();
        List<Said> answers = submit(Conversation.ORTIZ, Map.of("label", "another"));
        assertThat(talk.heart.visits.byId).hasSize(1);
        assertThat(answers).singleElement().satisfies(said -> {
            assertThat(said.words()).contains("started already", talk.visit(), VisitFixtures.MEETING.guestLink());
            assertThat(said.words()).doesNotContain(VisitFixtures.MEETING.hostLink());
        });
        assertThat(talk.works()).isEmpty();
        assertThat(talk.heart.engine.calls).containsExactly("open");
    }

    @Test
    void secondSubmitterIsToldWhenTheLinksAreStillBeingMade() {
        submit(Conversation.LEE, Map.of());
        assertThat(submit(Conversation.ORTIZ, Map.of())).singleElement()
                .satisfies(said -> assertThat(said.words()).contains("links follow here"));
    }

    @Test
    void secondSubmitterIsToldThatAnotherNumberGetsNoText() {
        submit(Conversation.LEE, Map.of("phone", "+52 55 1234 5678"));
        talk.works();

        assertThat(submit(Conversation.ORTIZ, Map.of("phone", "+52 55 1234 5678"))).singleElement()
                .satisfies(said -> assertThat(said.words()).doesNotContain("No text message"));
        assertThat(submit(Conversation.ORTIZ, Map.of("phone", "+52 55 1234 5679"))).singleElement()
                .satisfies(said -> assertThat(said.words()).contains("No text message goes to the number",
                        "··79", "`invite " + talk.visit() + "`").doesNotContain("5679"));
    }

    @Test
    void submissionOfAFormThatIsGoneIsResolvedByItsMessage() {
        submit(Conversation.LEE, Map.of());
        talk.works();
        assertThat(talk.submitsInVain(Conversation.ORTIZ, form.id())).singleElement()
                .satisfies(said -> assertThat(said.words()).contains("started already",
                        VisitFixtures.MEETING.guestLink()));
    }

    @Test
    void submissionOfAFormThatIsGoneWithoutAVisitGetsANextStep() {
        assertThat(talk.submitsInVain(Conversation.ORTIZ, form.id())).singleElement()
                .satisfies(said -> assertThat(said.words()).contains("Say `new`"));
    }

    @Test
    void sameRequestGetsTheSameFormAgainAfterACrash() {
        Conversation cut = new Conversation();
        cut.webex.troubleWithPosting = _ -> WebexOnPaper.failure(ApiException.Kind.UNAVAILABLE, 0);
        assertThatExceptionOfType(EventHandler.Interrupted.class).isThrownBy(() -> cut.says("new patient-7"));
        cut.webex.troubleWithPosting = _ -> null;
        assertThat(cut.comesAgain()).singleElement().satisfies(said -> {
            assertThat(said.words()).startsWith("_(I was interrupted: this may repeat what stands above.)_");
            assertThat(said.message().card()).contains("I was interrupted");
        });
        assertThat(cut.heart.drafts.byNonce).hasSize(1);
    }

    @Test
    void formThatIsKnownToStandThereIsNotShownAgain() {
        assertThat(talk.comesAgain()).isEmpty();
    }

    @Test
    void whoStartedTheVisitIsToldNothingNewWhenHisFormComesAgain() {
        submit(Conversation.LEE, Map.of());
        assertThat(talk.comesAgain()).isEmpty();
        talk.works();
        assertThat(talk.comesAgain()).isEmpty();
        assertThat(talk.heart.visits.byId).hasSize(1);
    }

    @Test
    void secondSubmitterIsAnsweredAgainWhenHisFormComesAgain() {
        submit(Conversation.LEE, Map.of());
        submit(Conversation.ORTIZ, Map.of());
        assertThat(talk.comesAgain()).singleElement().satisfies(
                said -> assertThat(said.words()).startsWith("_(I was interrupted").contains("started already"));
    }

    @Test
    void bothFormsGoWhenOneOfTwoIsUsed() {
        Map<String, String> inputs = Map.of("action", "visit.start", "nonce", draft().nonce(), "label", "patient-42");
        talk.submits(Conversation.LEE, "the-other-card", inputs);
        talk.works();
        assertThat(talk.webex.deleted).containsExactlyInAnyOrder(form.id(), "the-other-card");
        assertThat(talk.heart.visits.byId).hasSize(1);
    }

    @Test
    void formThatIsReadTooLateStartsNothingAndStaysUsable() {
        talk.delay = Duration.ofMinutes(61);
        assertThat(submit(Conversation.LEE, Map.of())).singleElement().satisfies(said -> {
            assertThat(said.words()).contains("could only read the form now", "Press “Start visit”");
            assertThat(said.message().parentId()).isEqualTo("message-1");
        });
        assertThat(talk.heart.visits.byId).isEmpty();
        assertThat(talk.webex.deleted).isEmpty();
        talk.delay = Duration.ZERO;
        submit(Conversation.LEE, Map.of());
        assertThat(talk.heart.visits.byId).hasSize(1);
    }

    @Test
    void strangerIsRefusedAloud() {
        assertThat(submit(Conversation.VENDOR, Map.of())).singleElement()
                .satisfies(said -> assertThat(said.words()).contains("the service desk"));
        assertThat(talk.heart.visits.byId).isEmpty();
    }

    @Test
    void formWorksAfterARestart() {
        talk.heart.forgetPrepared(draft().subject());
        submit(Conversation.LEE, Map.of());
        assertThat(talk.works()).isNotEmpty();
        assertThat(talk.heart.engine.orders).extracting(order -> order.subject()).containsExactly(draft().subject(),
                draft().subject());
    }

    @Test
    void unknownFormGetsANextStep() {
        assertThat(talk.submits(Conversation.LEE, "old", Map.of("action", "visit.start", "nonce", "forgotten")))
                .singleElement().satisfies(said -> assertThat(said.words()).contains("Say `new`"));
    }

    private List<Said> submit(Person who, Map<String, String> typed) {
        Map<String, String> inputs = new HashMap<>(
                Map.of("action", "visit.start", "nonce", draft().nonce(), "label", "patient-42", "send", "true"));
        inputs.putAll(typed);
        return talk.submits(who, Objects.requireNonNull(draft().message()), inputs);
    }

    private Draft draft() {
        return talk.heart.drafts.byNonce.values().iterator().next();
    }
}
