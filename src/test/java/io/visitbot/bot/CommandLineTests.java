package io.visitbot.bot;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class CommandLineTests {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
            "NEW patient-42 | new | patient-42",
            "new   a  b | new | a/b",
            "new \"bed 4\" with a@b.org | new | bed 4/with/a@b.org",
            "new 'bed 4' x | new | bed 4/x",
            "new O'Brien it's | new | O'Brien/it's",
            "new \"bed 4\", x | new | bed 4/,/x",
            "new 5\" scope | new | 5\"/scope",
            "new \"never closed | new | \"never/closed",
            "new \"a b\"c d\" e | new | a b\"c d/e",
            "help: x | help | x",
            "? | ? | ``",
            "\"help\" | help | ``"})
    void isVerbAndWords(String text, String verb, String rest) {
        CommandLine line = CommandLine.of(text);
        assertThat(line.verb()).isEqualTo(verb);
        assertThat(String.join("/", line.rest())).isEqualTo(rest);
    }

    @Test
    void nothingIsAnEmptyVerb() {
        assertThat(CommandLine.of("")).isEqualTo(new CommandLine("", List.of()));
        assertThat(CommandLine.of("\"\" ''")).isEqualTo(new CommandLine("", List.of()));
    }

    @Test
    void remainderJoinsTheWords() {
        assertThat(CommandLine.of("status bed  4").remainder()).isEqualTo("bed 4");
    }
}
