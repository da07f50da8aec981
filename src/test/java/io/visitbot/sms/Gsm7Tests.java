package io.visitbot.sms;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class Gsm7Tests {

    @Test
    void holdsSomeAccentsAndNotOthers() {
        assertThat(Gsm7.holds("éèùìòÇñüöäà¿¡ @_-/?=&%€[]")).isTrue();
        for (String missing : new String[]{"á", "í", "ó", "ú", "ç", "’", "…", "·", "😀", "\t"}) {
            assertThat(Gsm7.holds(missing)).as(missing).isFalse();
        }
    }

    @Test
    void countsPlainTexts() {
        assertThat(Gsm7.segments("")).isEqualTo(1);
        assertThat(Gsm7.segments("a".repeat(160))).isEqualTo(1);
        assertThat(Gsm7.segments("a".repeat(161))).isEqualTo(2);
        assertThat(Gsm7.segments("a".repeat(306))).isEqualTo(2);
        assertThat(Gsm7.segments("a".repeat(307))).isEqualTo(3);
    }

    @Test
    void countsEscapedLettersTwiceAndNeverSplitsThem() {
        assertThat(Gsm7.segments("€".repeat(80))).isEqualTo(1);
        assertThat(Gsm7.segments("€".repeat(80) + "a")).isEqualTo(2);
        assertThat(Gsm7.segments("a".repeat(152) + "€" + "a".repeat(152))).isEqualTo(3);
    }

    @Test
    void countsTextsInOtherAlphabets() {
        assertThat(Gsm7.segments("á".repeat(70))).isEqualTo(1);
        assertThat(Gsm7.segments("á".repeat(71))).isEqualTo(2);
        assertThat(Gsm7.segments("á".repeat(135))).isEqualTo(3);
    }
}
