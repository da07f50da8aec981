package io.visitbot.cards;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.Test;

import io.visitbot.platform.PhoneNumber;

import static org.assertj.core.api.Assertions.assertThat;

class FormInputsTests {

    @Test
    void wholeFormIsRead() {
        FormInputs read = read(Map.of("label", "patient-42", "phone", "+52 55 1234 5678", "language", "es", "people",
                "Dr.Lee@example.org", "device", "sip:room3@example.org", "duration", "7200", "send", "false", "action",
                "visit.start", "nonce", "n", "other", "x"));
        assertThat(read).isEqualTo(new FormInputs.Valid("patient-42",
                Optional.of(new PhoneNumber("+525512345678", 52)), "es", List.of("dr.lee@example.org"),
                Optional.of("room3@example.org"), Optional.of(Duration.ofHours(2)), false));
    }

    @Test
    void whatIsAbsentWasNotGiven() {
        assertThat(read(Map.of("label", "patient-42"))).isEqualTo(new FormInputs.Valid("patient-42", Optional.empty(),
                "en", List.of(), Optional.empty(), Optional.empty(), true));
    }

    @Test
    void eachWrongFieldIsNamedInTheOrderOfTheForm() {
        Map<String, String> typed = Map.of("label", "", "phone", "12", "language", "tlh", "people", "x", "device", "y",
                "duration", "1", "send", "maybe");
        assertThat(read(typed)).isInstanceOfSatisfying(FormInputs.Invalid.class, wrong -> {
            assertThat(wrong.errors().keySet())
                    .containsExactly("label", "phone", "language", "people", "device", "duration");
            assertThat(wrong.values()).isEqualTo(FormValues.of(typed));
        });
    }

    @Test
    void nothingAtAllLacksTheLabelOnly() {
        assertThat(read(Map.of())).isInstanceOfSatisfying(FormInputs.Invalid.class,
                wrong -> assertThat(wrong.errors()).containsOnlyKeys("label"));
    }

    @Test
    void validInputsKeepTheNumberOutOfLogs() {
        assertThat(read(Map.of("label", "a", "phone", "+12025550142")).toString()).doesNotContain("2025550142");
    }

    private static FormInputs read(Map<String, String> inputs) {
        return FormInputs.read(inputs, Cards.NUMBERS, Cards.LIMITS);
    }
}
