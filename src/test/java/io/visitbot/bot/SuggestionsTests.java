package io.visitbot.bot;

import java.util.List;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class SuggestionsTests {

    private static final List<String> KNOWN = List.of("help", "new", "list", "status", "add", "invite", "resend",
            "ring", "cancel", "whoami", "check");

    @ParameterizedTest
    @CsvSource({"nwe,new", "enw,new", "neww,new", "ne,new", "ad,add", "hlep,help", "HELPP,help", "lsit,list",
            "statsu,status", "stat,status", "invit,invite", "cancle,cancel", "whoam,whoami", "chek,check",
            "rign,ring", "resnd,resend"})
    void typoIsUnderstood(String typo, String meant) {
        assertThat(Suggestions.closest(typo, KNOWN)).contains(meant);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "no", "hi", "ok", "yes", "foo", "patient-42", "hello there", "🦊", "....", "42"})
    void nonsenseIsNotGuessedAt(String word) {
        assertThat(Suggestions.closest(word, KNOWN)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {41, 10_000})
    void longWordsAreNotLookedAt(int length) {
        assertThat(Suggestions.closest("n".repeat(length), List.of("n".repeat(length)))).isEmpty();
    }
}
