package io.visitbot.platform;

import java.security.SecureRandom;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class IdsTests {

    private final Ids ids = new Ids(new SecureRandom());

    @Test
    void areMadeOfTheirLetters() {
        for (int i = 0; i < 200; i++) {
            assertThat(ids.visit(4)).matches("V-[2-9A-HJ-NP-Z]{4}");
            assertThat(ids.visit(7)).hasSize(9);
            assertThat(ids.reference()).matches("R-[2-9A-HJ-NP-Z]{6}");
            assertThat(ids.subject()).matches("[a-z2-7]{20}");
            assertThat(ids.nonce()).matches("[a-z2-7]{26}");
        }
    }

    @Test
    void useEachOfTheirLetters() {
        assertThat(letters(IntStream.range(0, 200).mapToObj(_ -> ids.subject()).collect(Collectors.joining())))
                .isEqualTo(32);
        assertThat(letters(ids.visit(4000).substring(2))).isEqualTo(32);
    }

    @Test
    void comeFromTheRandomnessHandedIn() {
        assertThat(new Ids(new Random(7)).subject()).isEqualTo(new Ids(new Random(7)).subject())
                .isNotEqualTo(new Ids(new Random(8)).subject());
    }

    @Test
    void differ() {
        assertThat(IntStream.range(0, 1000).mapToObj(_ -> ids.subject())).doesNotHaveDuplicates();
    }

    private static long letters(String text) {
        return text.chars().distinct().count();
    }
}
