package io.visitbot.command;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.visitbot.visit.Limit;
import io.visitbot.visit.TextStatus;
import io.visitbot.visit.VisitFixtures;
import io.visitbot.webex.NewFile;
import io.visitbot.webex.WebexOnPaper.Said;

import static org.assertj.core.api.Assertions.assertThat;

class AuditCommandTests {

    private final Conversation talk = new Conversation();

    private String visit() {
        talk.says("new patient-42 +1 202 555 0142 with kim@example.org");
        talk.works();
        return talk.visit();
    }

    private NewFile fileFor(String words) {
        List<Said> said = talk.whispers(Conversation.ORTIZ, words);
        assertThat(said).hasSize(1);
        return Objects.requireNonNull(said.getFirst().file(), said.getFirst().words());
    }

    @Test
    void tellsTheStoryOfAVisitWithWhoDidWhat() {
        String id = visit();
        talk.says(Conversation.ORTIZ, "status " + id);
        talk.says("list");
        talk.says(Conversation.ORTIZ, "add " + id + " lu@example.org");
        talk.says(Conversation.ORTIZ, "ring " + id + " room3@example.rooms.webex.com");
        talk.says(Conversation.ORTIZ, "resend " + id);
        talk.works();
        talk.says(Conversation.ORTIZ, "cancel " + id);
        talk.works();

        assertThat(talk.heart.audit.story()).containsSubsequence("asked ID by lee".replace("ID", id),
                "links-made ID by visit good until 2026-01-05T13:00:00.000Z".replace("ID", id),
                "colleague-added ID by lee kim@example.org".replace("ID", id),
                "text-asked ID by lee invitation to +1 ·· ··· ··42".replace("ID", id),
                "text-sent ID by visit invitation to +1 ·· ··· ··42".replace("ID", id),
                "looked-at ID by ortiz".replace("ID", id), "listed by lee " + id,
                "colleague-added ID by ortiz lu@example.org".replace("ID", id),
                "device-rung ID by ortiz room3@example.rooms.webex.com".replace("ID", id),
                "text-resend ID by ortiz invitation to +1 ·· ··· ··42".replace("ID", id),
                "called-off ID by ortiz".replace("ID", id),
                "text-asked ID by ortiz calling off to +1 ·· ··· ··42".replace("ID", id));
        assertThat(talk.heart.audit.entries.toString() + talk.heart.audit.story()).doesNotContain("patient-42", "http");
    }

    @Test
    void tellsWhoOpenedAndSubmittedAFormAndWhoSawItsVisitAgain() {
        Said form = talk.says("new patient-42").getFirst();
        String nonce = talk.heart.drafts.byNonce.keySet().iterator().next();
        Map<String, String> inputs = Map.of("action", "visit.start", "nonce", nonce, "label", "patient-42");
        talk.submits(Conversation.ORTIZ, form.id(), inputs);
        talk.submits(Conversation.LEE, form.id(), inputs);

        String id = talk.visit();
        assertThat(talk.heart.audit.story()).hasSize(4);
        assertThat(talk.heart.audit.story().get(0)).startsWith("form-opened by lee form ");
        assertThat(talk.heart.audit.story().get(1)).startsWith("form-submitted " + id + " by ortiz form ");
        assertThat(talk.heart.audit.story().subList(2, 4)).containsExactly("asked " + id + " by ortiz",
                "looked-at " + id + " by lee");
    }

    @Test
    void writesALookOnceThoughItsEventComesAgain() {
        visit();
        int before = talk.heart.audit.entries.size();
        talk.hears(talk.message(Conversation.LEE, "status patient-42"));
        talk.hears(talk.webex.messages.values().stream().toList().getLast());

        assertThat(talk.heart.audit.entries).hasSize(before + 1);
    }

    @Test
    void saysOfAFileThatItMayBeARepeat() {
        fileFor("audit");

        assertThat(talk.comesAgain()).singleElement().satisfies(said -> {
            assertThat(said.words()).startsWith("_(I was interrupted: this may repeat what stands above.)_");
            assertThat(said.file()).isNotNull();
        });
    }

    @Test
    void writesNothingOfAListThatIsEmpty() {
        talk.says("list");

        assertThat(talk.heart.audit.entries).isEmpty();
    }

    @Test
    void tellsHowATextEnded() {
        String id = visit();
        String text = talk.heart.texts.byId.keySet().iterator().next();
        talk.heart.texts.change(text, now -> now.with(TextStatus.DELIVERED, null, 0, VisitFixtures.NOON)).block();

        assertThat(talk.heart.audit.story()).contains(
                "text-delivered " + id + " by visit invitation to +1 ·· ··· ··42");
    }

    @Test
    void notesAStrangerOnceAnHour() {
        talk.says(Conversation.VENDOR, "list");
        talk.says(Conversation.VENDOR, "help");
        talk.worksAfter(Duration.ofHours(1));
        talk.says(Conversation.VENDOR, "list");

        assertThat(talk.heart.audit.story()).containsExactly("turned-away by vendor", "turned-away by vendor");
    }

    @Test
    void notesEachRefusalByALimitOnce() {
        String id = visit();
        talk.heart.visits.oldest = VisitFixtures.NOON;
        talk.says("new patient-43");
        talk.comesAgain();
        talk.says(Conversation.ORTIZ, "new patient-44 +1 202 555 0144");
        talk.heart.visits.oldest = null;
        talk.heart.texts.usedUp = Limit.TEXTS;
        talk.says("invite " + id + " +1 202 555 0145");
        talk.says("invite " + id + " +1 900 234 5678");
        talk.says("new patient-45 +1 900 234 5679");

        assertThat(refusals()).containsExactly("refused by lee visit, limit visits",
                "refused by ortiz visit, limit visits",
                "refused " + id + " by lee invitation to +1 ·· ··· ··45, limit texts",
                "refused " + id + " by lee invitation to +1 ·· ··· ··78, limit costly",
                "refused by lee invitation to +1 ·· ··· ··79, limit costly");
        assertThat(talk.heart.meters.counter("visit.refused", "limit", "costly").count()).isEqualTo(2);
        assertThat(talk.heart.audit.entries.toString() + talk.heart.audit.story()).doesNotContain("patient-4");
    }

    @Test
    void notesARefusalOfAForm() {
        Said form = talk.says("new patient-42").getFirst();
        String nonce = talk.heart.drafts.byNonce.keySet().iterator().next();
        talk.submits(Conversation.ORTIZ, form.id(), Map.of("action", "visit.start", "nonce", nonce, "label",
                "patient-42", "phone", "+1 900 234 5678"));
        talk.heart.visits.oldest = VisitFixtures.NOON;
        talk.submits(Conversation.ORTIZ, form.id(),
                Map.of("action", "visit.start", "nonce", nonce, "label", "patient-42"));

        assertThat(refusals()).containsExactly("refused by ortiz invitation to +1 ·· ··· ··78, limit costly",
                "refused by ortiz visit, limit visits");
    }

    private List<String> refusals() {
        return talk.heart.audit.story().stream().filter(line -> line.startsWith("refused")).toList();
    }

    @Test
    void tellsThatAVisitEndedByItsTime() {
        String id = visit();
        talk.worksAfter(Duration.ofMinutes(59));
        assertThat(talk.heart.audit.story()).noneMatch(line -> line.startsWith("ended"));

        talk.worksAfter(Duration.ofMinutes(1));
        talk.worksAfter(Duration.ofHours(1));
        assertThat(talk.heart.audit.story()).filteredOn(line -> line.startsWith("ended"))
                .containsExactly("ended " + id + " by visit links were good until 2026-01-05T13:00:00Z");
    }

    @Test
    void tellsOfNoEndWhereAVisitWasCalledOff() {
        talk.says("cancel " + visit());
        talk.worksAfter(Duration.ofHours(1));

        assertThat(talk.heart.audit.story()).noneMatch(line -> line.startsWith("ended"));
    }

    @Test
    void givesAnAuditorTheRecordAsAFile() {
        String id = visit();

        NewFile file = fileFor("audit");
        assertThat(file.name()).isEqualTo("visit-audit-" + talk.heart.audit.head.last() + ".csv");
        assertThat(file.type()).isEqualTo("text/csv");
        assertThat(file.content()).contains("asked," + id).contains("audit-exported");
        assertThat(talk.webex.said.getLast().words()).contains("entries", talk.heart.audit.head.hash());
    }

    @Test
    void givesOneVisitsRecordAsJson() {
        String id = visit();
        talk.says("new patient-43 +1 202 555 0143");

        assertThat(fileFor("audit json " + id + " since 2026-01-05").content()).startsWith("{").contains(id)
                .doesNotContain("audit-exported", "··43");
    }

    @Test
    void verifiesTheRecord() {
        visit();

        assertThat(talk.whispers(Conversation.ORTIZ, "audit verify").getFirst().words()).contains("is whole");
        talk.heart.audit.entries.remove(2);
        assertThat(talk.whispers(Conversation.ORTIZ, "audit verify").getFirst().words()).contains("broken at entry 3");
    }

    @Test
    void isNotForAGroupSpace() {
        visit();
        List<Said> said = talk.says(Conversation.ORTIZ, "audit");

        assertThat(said.getFirst().words()).contains("1:1");
        assertThat(said.getFirst().file()).isNull();
    }

    @Test
    void refusesWhoIsNoAuditorAndNotesIt() {
        visit();
        List<Said> said = talk.whispers(Conversation.LEE, "audit verify");

        assertThat(said.getFirst().words()).contains("for auditors").doesNotContain("ortiz");
        assertThat(said.getFirst().file()).isNull();
        assertThat(talk.heart.audit.story()).contains("audit-refused by lee");
    }

    @ParameterizedTest
    @ValueSource(strings = {"audit xml", "audit since yesterday", "audit since", "audit patient-42"})
    void saysHowItIsSaid(String words) {
        assertThat(talk.whispers(Conversation.ORTIZ, words).getFirst().words()).contains("`audit");
    }
}
