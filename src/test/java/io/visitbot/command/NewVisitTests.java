package io.visitbot.command;

import java.util.List;

import org.junit.jupiter.api.Test;

import io.visitbot.visit.Text;
import io.visitbot.visit.Visit;
import io.visitbot.webex.Message;
import io.visitbot.webex.RoomType;
import io.visitbot.webex.WebexOnPaper.Said;

import static org.assertj.core.api.Assertions.assertThat;

class NewVisitTests {

    private static final String ALL = "new patient-42 +52 55 1234 5678 with nurse.ortiz@example.org device "
            + "room3@example.rooms.webex.com in spanish";

    private final Conversation talk = new Conversation();

    @Test
    void startsAtOnceWithoutAForm() {
        talk.says(ALL);
        Visit visit = talk.heart.visit(talk.visit());
        assertThat(visit.people()).containsExactly("nurse.ortiz@example.org");
        assertThat(visit.devices()).containsExactly("room3@example.rooms.webex.com");
        assertThat(visit.language().tag()).isEqualTo("es");
        assertThat(talk.heart.drafts.byNonce).isEmpty();
        List<Said> answers = talk.works();
        assertThat(answers.getFirst().words()).contains("Host: ", "Guest: ", "SIP: ");
        assertThat(talk.heart.messenger.sent).containsExactly("+525512345678");
        assertThat(talk.heart.texts.byId.values()).extracting(Text::visit).containsExactly(visit.id());
    }

    @Test
    void hintsInAGroupThatOthersReadTheNumber() {
        assertThat(talk.says(ALL)).singleElement()
                .satisfies(said -> assertThat(said.words()).contains("Everybody in this space can read the number",
                        "`new patient-42`", "1:1"));
    }

    @Test
    void hintsNothingOneToOneNorWhereNoNumberIsTyped() {
        assertThat(talk.whispers(Conversation.LEE, ALL)).isEmpty();
        assertThat(talk.says("new patient-43 in spanish")).isEmpty();
    }

    @Test
    void namesAnotherVisitOfTheSameLabelAndStartsOneOfItsOwn() {
        talk.heart.kept(talk.heart.ready("V-AAAA"));
        assertThat(talk.says("new Patient-42 in english")).isEmpty();
        assertThat(talk.works().getFirst().words()).contains("V-AAAA", "a visit of its own");
        assertThat(talk.heart.visits.byId).hasSize(2);
    }

    @Test
    void namesTheOtherVisitNextToTheForm() {
        talk.heart.kept(talk.heart.ready("V-AAAA"));
        assertThat(talk.says("new patient-42")).hasSize(2)
                .satisfies(said -> assertThat(said.getLast().words()).contains("V-AAAA"));
    }

    @Test
    void startsOnceWhenTheSameMessageComesTwice() {
        Message message = new Message("m", null, "ward", RoomType.GROUP, "Visit new patient-42 in english", null, "lee",
                "dr.lee@example.org", List.of(), null, null);
        talk.hears(message);
        assertThat(talk.hears(message)).isEmpty();
        assertThat(talk.heart.visits.byId).hasSize(1);
    }

    @Test
    void namesEveryMistakeAndStartsNothing() {
        assertThat(talk.says("new patient-42 with nobody device nothing in klingon")).singleElement()
                .satisfies(said -> assertThat(said.words()).contains("dr.lee@example.org",
                        "room3@example.rooms.webex.com", "english or in spanish"));
        assertThat(talk.heart.visits.byId).isEmpty();
    }

    @Test
    void asksForALabel() {
        assertThat(talk.says("new")).singleElement()
                .satisfies(said -> assertThat(said.words()).contains("such as patient-42"));
        assertThat(talk.heart.drafts.byNonce).isEmpty();
    }

    @Test
    void limitsOpenFormsAndSaysWhatToDo() {
        for (int form = 0; form < 10; form++) {
            assertThat(talk.says("new patient-" + form)).hasSize(1);
        }
        assertThat(talk.says("new patient-11")).singleElement().satisfies(
                said -> assertThat(said.words()).contains("10 forms open", "`new patient-11 +1 202 555 0142`"));
        assertThat(talk.heart.drafts.byNonce).hasSize(10);
    }
}
