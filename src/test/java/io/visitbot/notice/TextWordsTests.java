package io.visitbot.notice;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import io.visitbot.visit.Limit;
import io.visitbot.visit.Text;
import io.visitbot.visit.TextStatus;
import io.visitbot.visit.Visit;
import io.visitbot.visit.VisitFixtures;

import static org.assertj.core.api.Assertions.assertThat;

class TextWordsTests {

    private final VisitFixtures heart = new VisitFixtures();
    private final Visit visit = heart.ready("V-AAAA");
    private final TextWords words = new TextWords(heart.trouble, heart.times);

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"PLANNED | waiting to be sent", "QUEUED | on its way", "SENT | carrier",
            "DELIVERED | **delivered** 12:00 UTC", "UNDELIVERED | **not delivered**: reason 30006. Call the patient.",
            "FAILED | **not delivered**: reason 30006. Call the patient.", "CANCELLED | not sent",
            "UNKNOWN | say `resend V-AAAA`"})
    void saysHowItStands(TextStatus status, String part) {
        assertThat(line(status, Text.Purpose.INVITE)).contains(part);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"RECIPIENT | Say `resend V-AAAA` at 13:00 UTC or after it",
            "TEXTS | Say `resend V-AAAA` at 13:00 UTC or after it", "REGION | Ask your IT to allow it",
            "COSTLY | Ask the patient for another number"})
    void saysWhatToDoWhereALimitKeptItBack(Limit limit, String part) {
        Text text = new Text("t1", visit.id(), VisitFixtures.PATIENT, Text.Purpose.INVITE, 0, "body", TextStatus.FAILED,
                null, limit.code(), VisitFixtures.NOON, VisitFixtures.NOON, VisitFixtures.NOON.plusSeconds(3600));

        assertThat(words.line(visit, text)).contains("**not delivered**", part);
    }

    @ParameterizedTest
    @EnumSource(TextStatus.class)
    void masksTheNumber(TextStatus status) {
        assertThat(line(status, Text.Purpose.INVITE)).contains("+1 ·· ··· ··42").doesNotContain("2025550142");
    }

    @Test
    void tellsTheTwoMessagesApart() {
        assertThat(line(TextStatus.SENT, Text.Purpose.CANCELLED)).contains("that the visit is off");
    }

    @Test
    void doesNotAdviseToSendAgainWhatIsNotSentAgain() {
        Visit off = visit.with(new Visit.State.Cancelled(null, "lee", VisitFixtures.NOON));
        Text text = new Text("t1", off.id(), VisitFixtures.PATIENT, Text.Purpose.CANCELLED, 0, "body",
                TextStatus.UNKNOWN, null, 0, VisitFixtures.NOON, VisitFixtures.NOON);

        assertThat(line(TextStatus.UNKNOWN, Text.Purpose.INVITE)).contains("`resend V-AAAA`");
        assertThat(words.line(off, text)).contains("**unknown**", "tell the patient in another way")
                .doesNotContain("resend");
    }

    private String line(TextStatus status, Text.Purpose purpose) {
        return words.line(visit, new Text("t1", visit.id(), VisitFixtures.PATIENT, purpose, 0, "body", status, null,
                30006, VisitFixtures.NOON, VisitFixtures.NOON));
    }
}
