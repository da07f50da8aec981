package io.visitbot.sms;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import io.visitbot.sms.PatientTexts.Composed;
import io.visitbot.visit.Language;
import io.visitbot.visit.Place;
import io.visitbot.visit.Requester;
import io.visitbot.visit.Visit;

import static org.assertj.core.api.Assertions.assertThat;

class PatientTextsTests {

    private static final String LINK = "https://instant.webex.com/visit/Qm4tZ1x";
    private static final Instant UNTIL = Instant.parse("2026-12-21T19:30:00Z");
    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");
    private static final String LONGEST = "The Cardiology Outpatient Dept";

    @Test
    void invitesInEnglish() {
        assertThat(new PatientTexts("Example Clinic", ZoneOffset.UTC).invite(visit(Language.ENGLISH, NEW_YORK), LINK))
                .isEqualTo("Example Clinic: your video call is ready. Join here: " + LINK
                        + " until 14:30 EST. Reply STOP to opt out.");
    }

    @Test
    void invitesInSpanishWithoutLettersThatCostMore() {
        assertThat(new PatientTexts("Example Clinic", ZoneOffset.UTC).invite(visit(Language.SPANISH, null), LINK))
                .isEqualTo("Example Clinic: su videollamada espera en " + LINK
                        + " hasta las 19:30 UTC. Responda STOP para darse de baja.");
        assertThat(new PatientTexts("A", ZoneOffset.ofHours(6)).invite(visit(Language.SPANISH, null), LINK))
                .contains("hasta la 01:30");
    }

    @ParameterizedTest
    @EnumSource
    void fitsOneSegmentInEveryZoneWithTheLongestSender(Language language) {
        PatientTexts texts = new PatientTexts(LONGEST, ZoneOffset.UTC);
        Stream<Composed> everywhere = ZoneId.getAvailableZoneIds().stream()
                .map(zone -> texts.invite(language, LINK, UNTIL, ZoneId.of(zone)));

        assertThat(LONGEST).hasSize(30);
        assertThat(everywhere).allSatisfy(composed -> {
            assertThat(composed.segments()).isEqualTo(1);
            assertThat(composed.text()).startsWith(LONGEST + ": ").contains(LINK + " ", "STOP")
                    .containsPattern(" \\d\\d:\\d\\d [A-Z]");
        });
        assertThat(Gsm7.segments(texts.cancelled(visit(language, null)))).isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource
    void sparesWordsBeforeTheLink(Language language) {
        PatientTexts texts = new PatientTexts("Clinic", ZoneOffset.UTC);

        for (int length : List.of(60, 85, 100, 120, 140)) {
            Composed composed = texts.invite(language, "https://" + "x".repeat(length - 8), UNTIL, NEW_YORK);
            assertThat(composed.text()).startsWith("Clinic: ").contains("https://" + "x".repeat(length - 8));
            assertThat(composed.segments()).isEqualTo(1);
        }
        assertThat(texts.invite(language, "https://" + "x".repeat(92), UNTIL, NEW_YORK).text()).contains("STOP");
    }

    @ParameterizedTest
    @EnumSource
    void tellsHowManySegmentsAnEndlessLinkTakes(Language language) {
        Composed composed = new PatientTexts("Clinic", ZoneOffset.UTC).invite(language, "x".repeat(1000), UNTIL,
                NEW_YORK);

        assertThat(composed.segments()).isEqualTo(7);
        assertThat(composed.text()).contains("x".repeat(1000));
    }

    @ParameterizedTest
    @EnumSource
    void saysNothingOfHealthOrOfWhom(Language language) {
        PatientTexts texts = new PatientTexts("Video visit", ZoneOffset.UTC);

        assertThat(texts.invite(visit(language, null), LINK) + texts.cancelled(visit(language, null)))
                .doesNotContainIgnoringCase("patient").doesNotContainIgnoringCase("pacient")
                .doesNotContainIgnoringCase("doctor").doesNotContainIgnoringCase("health")
                .doesNotContainIgnoringCase("salud").doesNotContain("Dr Secret");
    }

    @Test
    void tellsThatTheVisitIsOff() {
        PatientTexts texts = new PatientTexts("Clinic", ZoneOffset.UTC);

        assertThat(texts.cancelled(visit(Language.ENGLISH, null))).startsWith("Clinic: ").contains("cancelled", "STOP");
        assertThat(texts.cancelled(visit(Language.SPANISH, null))).startsWith("Clinic: ").contains("cancelado", "STOP");
    }

    private static Visit visit(Language language, @Nullable ZoneId zone) {
        return new Visit("V-7F3K", "form:n", "subject", new Place("space", null, false),
                new Requester("person", "dr.secret@example.org", zone), "Dr Secret patient-42", language,
                UNTIL.minusSeconds(3600), UNTIL, List.of(), List.of(), null, true, new Visit.State.Opening());
    }
}
