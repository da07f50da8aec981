package io.visitbot.sms;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.visitbot.visit.TextReasons.Reason;

import static org.assertj.core.api.Assertions.assertThat;

class TwilioReasonsTests {

    @ParameterizedTest
    @CsvSource({"30006,landline", "21614,landline", "21635,landline", "21610,opted out", "30007,filtered",
            "30003,reached", "30005,does not know", "21211,not a phone number", "30034,may not send it"})
    void saysWhyInPlainWords(int code, String words) {
        assertThat(new TwilioReasons().of(code).words()).contains(words);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 20003, 21211, 21610, 30001, 30003, 30008, 30036, 99999})
    void alwaysHasANextStep(int code) {
        Reason reason = new TwilioReasons().of(code);

        assertThat(reason.words()).isNotBlank();
        assertThat(reason.nextStep()).endsWith(".");
    }

    @Test
    void quotesNumberItDoesNotKnow() {
        assertThat(new TwilioReasons().of(39999).words()).contains("39999");
    }
}
