package io.visitbot;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import io.visitbot.EnvExample.Entry;
import io.visitbot.bot.CommandHandler.Usage;
import io.visitbot.command.NewArguments;
import io.visitbot.platform.PhoneNumbers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

class ReadmeTests {

    private static final Path FILE = Path.of("README.md");
    private static final Pattern BLOCK = Pattern.compile("```sh\n(.+)\n```");
    private static final Pattern SETTING = Pattern.compile("(?m)^\\| `([A-Z_]+)` \\| (.+) \\| (.+) \\|$");
    private static final Pattern COMMAND = Pattern.compile("(?m)^\\| `([a-z]+[^`]*)` \\| (.+) \\| `@visit (.+)` \\|$");
    private static final Pattern SAID = Pattern.compile("`@visit (new [^`]+)`");
    private static final Pattern LINK = Pattern.compile("]\\(((?!https?:)[^)]+)\\)");

    @Test
    void givesTwoCommands() throws IOException {
        assertThat(found(BLOCK)).extracting(block -> block.group(1)).containsExactly("./mvnw -q -Psandbox",
                "./mvnw verify");
    }

    @Test
    void secondCommandIsWhatIsRunForEachChange() throws IOException {
        assertThat(Files.readAllLines(Path.of(".ci/run")).stream().skip(1)).filteredOn(line -> !line.isBlank())
                .containsExactly("set -euo pipefail", "cd \"$(dirname \"${BASH_SOURCE[0]}\")/..\"", "./mvnw verify");
    }

    @Test
    void explainsEachSettingAsTheExampleDoes() throws IOException {
        List<Entry> rows = found(SETTING).stream().map(row -> new Entry(row.group(1), "", row.group(2),
                row.group(3).replace("`", ""))).toList();

        assertThat(rows).extracting(Entry::name).containsExactlyElementsOf(AskedSettings.names());
        assertThat(rows).extracting(Entry::meaning, Entry::byDefault).containsExactlyElementsOf(EnvExample.entries()
                .stream().map(entry -> tuple(entry.meaning(), entry.byDefault())).toList());
    }

    @Test
    void listsEachCommandAsHelpDoes() throws IOException {
        assertThat(found(COMMAND)).extracting(row -> row.group(1), row -> row.group(2))
                .containsExactlyInAnyOrderElementsOf(Commands.usages().stream()
                        .map(usage -> tuple(usage.line(), usage.purpose())).toList());
    }

    @Test
    void showsEachCommandInUse() throws IOException {
        assertThat(found(COMMAND)).extracting(row -> row.group(3).replaceFirst(" .*", ""))
                .containsExactlyInAnyOrderElementsOf(Commands.usages().stream().map(Usage::verb).toList());
    }

    @ParameterizedTest
    @MethodSource("said")
    void sayNothingThatNewDoesNotUnderstand(String line) {
        List<String> words = List.of(line.split(" +", -1));

        assertThat(NewArguments.parse(words.subList(1, words.size()), new PhoneNumbers("US")))
                .isInstanceOf(NewArguments.Valid.class);
    }

    @Test
    void leadsToFilesThatAreThere() throws IOException {
        assertThat(found(LINK)).extracting(link -> Path.of(link.group(1))).isNotEmpty()
                .allSatisfy(file -> assertThat(file).exists());
    }

    private static Stream<String> said() throws IOException {
        return found(SAID).stream().map(said -> said.group(1));
    }

    private static List<MatchResult> found(Pattern pattern) throws IOException {
        return pattern.matcher(Files.readString(FILE)).results().toList();
    }
}
