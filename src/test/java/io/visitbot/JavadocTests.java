package io.visitbot;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class JavadocTests {

    private static final Path SOURCES = Path.of("src/main/java");
    /** What stands before a public type that begins a line: a comment, and annotations between the two. */
    private static final Pattern PUBLIC_TYPE = Pattern.compile(
            "(?ms)(?<comment>/\\*\\*(?:(?!\\*/).)*\\*/\\n)?(?:^@[^\\n]*\\n)*"
                    + "^public (?:(?:final|abstract|sealed|non-sealed|static) )*(?:class|interface|record|enum|@interface) (?<name>\\w+)");

    @Test
    void everyPublicTypeSaysWhatItIsFor() throws IOException {
        try (Stream<Path> sources = Files.walk(SOURCES)) {
            List<Path> files = sources.filter(file -> file.toString().endsWith(".java")).toList();
            assertThat(files).hasSizeGreaterThan(200);
            assertThat(files.stream().flatMap(JavadocTests::speechless)).isEmpty();
        }
    }

    @Test
    void aTypeWithoutWordsIsFound() {
        assertThat(speechlessIn("import a.B;\n\npublic final class Mute {\n")).containsExactly("Mute");
        assertThat(speechlessIn("/** Says it. */\n@B\npublic sealed interface Told {\n")).isEmpty();
    }

    private static Stream<String> speechless(Path file) {
        try {
            return speechlessIn(Files.readString(file)).map(name -> SOURCES.relativize(file) + ": " + name);
        } catch (IOException unreadable) {
            throw new java.io.UncheckedIOException(unreadable);
        }
    }

    private static Stream<String> speechlessIn(String source) {
        Matcher types = PUBLIC_TYPE.matcher(source);
        return types.results().filter(type -> type.group(1) == null).map(type -> type.group(2));
    }
}
