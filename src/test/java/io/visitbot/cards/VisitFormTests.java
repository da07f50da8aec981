package io.visitbot.cards;

import java.time.Duration;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import static io.visitbot.cards.CardAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

class VisitFormTests {

    @Test
    void asksForEverythingUnderItsFixedName() {
        assertThat(Cards.blank().card())
                .hasInputs("label", "phone", "language", "people", "device", "duration", "send")
                .hasSubmit("visit.start", "n-1");
    }

    @Test
    void blankFormHasLabelAndDefaults() {
        assertThat(Cards.blank().card()).hasInputWith("label", "value", "patient-42")
                .hasInputWith("label", "isRequired", "true").hasInputWith("phone", "style", "tel")
                .hasInputWith("language", "value", "en").hasInputWith("duration", "value", "3600")
                .hasInputWith("send", "value", "true").hasInputWith("send", "valueOn", "true")
                .hasInputWith("send", "valueOff", "false").complains();
    }

    @Test
    void wrongFormComesBackFilledInAndNamesEachField() {
        assertThat(Cards.wrong().card()).hasInputWith("phone", "value", "12").hasInputWith("language", "value", "es")
                .hasInputWith("people", "value", "nobody").hasInputWith("duration", "value", "7200")
                .hasInputWith("send", "value", "false").hasSubmit("visit.start", "n-2")
                .complains("Patient's mobile: No number.", "Who else joins: No address.", "No number.", "No address.");
    }

    @Test
    void offersTheDefaultDurationAmongTheOthers() {
        FormOptions options = new FormOptions(Cards.options().languages(), Duration.ofMinutes(90), true);
        assertThat(VisitForm.blank("a", "n", options).card())
                .offers("duration", "900", "1800", "3600", "5400", "7200", "14400")
                .hasInputWith("duration", "value", "5400").says("1 hour 30 minutes");
        assertThat(Cards.blank().card()).offers("duration", "900", "1800", "3600", "7200", "14400");
    }

    @Test
    void withoutTextingItSaysSoAndHasNoToggle() {
        FormOptions options = new FormOptions(Cards.options().languages(), Duration.ofHours(1), false);
        assertThat(VisitForm.blank("a", "n", options).card())
                .hasInputs("label", "phone", "language", "people", "device", "duration")
                .says("Text messages are not set up: copy the guest link to the patient");
    }

    @Test
    void absurdValuesDoNotOutgrowTheCard() {
        String long10k = "\"ñ\"".repeat(3_333);
        FormValues values = FormValues.of(Map.of("label", long10k, "phone", long10k, "people", long10k, "device",
                long10k, "duration", long10k, "language", long10k, "send", long10k));
        Card card = new VisitForm(values, Map.of("label", "Wrong."), "n", Cards.options()).card();
        assertThat(card).hasInputWith("duration", "value", "3600").hasInputWith("language", "value", "en");
        assertThat(CardSchema.errors(card.toTree())).isEmpty();
    }

    @Test
    void fallbackTellsWhatToTypeAndWhatWasWrong() {
        assertThat(Cards.blank().markdown()).contains("New visit form for **patient-42**", "`new patient-42 ")
                .doesNotContain("correct");
        assertThat(Cards.wrong().markdown()).contains("- Patient's mobile: No number.\n",
                "- Who else joins: No address.\n");
    }

    @Test
    void valuesKeepThemselvesOutOfLogs() {
        assertThat(FormValues.of(Map.of("phone", "+12025550142")).toString()).doesNotContain("2025550142");
        assertThat(FormValues.of(Map.of())).isEqualTo(new FormValues("", "", "", "", "", "", ""));
        assertThat(List.of(FormValues.labelled("a").label())).containsExactly("a");
    }
}
