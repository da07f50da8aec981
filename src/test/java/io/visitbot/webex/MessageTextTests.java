package io.visitbot.webex;

import java.nio.charset.StandardCharsets;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class MessageTextTests {

    @Test
    void leavesAloneWhatFitsExactly() {
        String text = "x".repeat(7_439);

        assertThat(MessageText.cut(text)).isSameAs(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "é", "…", "👩", "a👩é"})
    void cutsAtWholeCharacters(String piece) {
        String cut = MessageText.cut(piece.repeat(8_000));

        assertThat(bytes(cut)).isBetween(7_439 - 3, 7_439);
        assertThat(cut).endsWith("…");
        assertThat(new String(cut.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8)).isEqualTo(cut);
        assertThat(piece.repeat(8_000)).startsWith(cut.substring(0, cut.length() - 1));
    }

    @Test
    void newMessageIsCut() {
        assertThat(bytes(NewMessage.toRoom("room", "👩".repeat(3_000)).markdown())).isLessThanOrEqualTo(7_439);
    }

    private static int bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }
}
