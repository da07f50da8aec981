package io.visitbot.sandbox.twilio;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class SegmentsTests {

    @Test
    void countsGsmLetters() {
        assertThat(Segments.count("x".repeat(160))).isEqualTo(1);
        assertThat(Segments.count("x".repeat(161))).isEqualTo(2);
        assertThat(Segments.count("x".repeat(307))).isEqualTo(3);
    }

    @Test
    void countsEscapedLettersTwice() {
        assertThat(Segments.count("€".repeat(80))).isEqualTo(1);
        assertThat(Segments.count("€".repeat(81))).isEqualTo(2);
    }

    @Test
    void fallsBackToUcs2() {
        assertThat(Segments.count("í" + "x".repeat(69))).isEqualTo(1);
        assertThat(Segments.count("í" + "x".repeat(70))).isEqualTo(2);
    }
}
