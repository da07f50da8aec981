package io.visitbot;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

class AuditCommandLineTests {

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream errors = new ByteArrayOutputStream();

    private int run(String... arguments) {
        return new AuditCommandLine(new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(errors, true, StandardCharsets.UTF_8)).run(arguments);
    }

    @Test
    void isMeantByItsFirstWordOnly() {
        assertThat(AuditCommandLine.isMeant("audit", "verify")).isTrue();
        assertThat(AuditCommandLine.isMeant()).isFalse();
        assertThat(AuditCommandLine.isMeant("--audit")).isFalse();
    }

    static Stream<Arguments> mistakes() {
        return Stream.of(arguments("audit export", new String[]{"audit"}),
                arguments("audit export", new String[]{"audit", "delete"}),
                arguments("audit export", new String[]{"audit", "verify", "all"}),
                arguments("audit export", new String[]{"audit", "export", "--format"}),
                arguments("I don't know --color", new String[]{"audit", "export", "--color", "red"}),
                arguments("csv or json", new String[]{"audit", "export", "--format", "xml"}),
                arguments("2026-01-31", new String[]{"audit", "export", "--since", "yesterday"}));
    }

    @ParameterizedTest
    @MethodSource("mistakes")
    void saysInASentenceWhatIsWrong(String words, String[] arguments) {
        assertThat(run(arguments)).isEqualTo(2);
        assertThat(errors.toString(StandardCharsets.UTF_8)).contains(words).doesNotContain("Exception");
        assertThat(out.size()).isZero();
    }
}
