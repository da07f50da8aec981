package io.visitbot;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import io.github.cdimascio.dotenv.Dotenv;
import io.github.cdimascio.dotenv.DotenvEntry;
import org.junit.jupiter.api.Test;

import io.visitbot.EnvExample.Entry;
import io.visitbot.platform.SettingsException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class EnvExampleTests {

    @Test
    void listsWhatIsAskedForInTheOrderOfAsking() throws IOException {
        assertThat(EnvExample.entries()).extracting(Entry::name).containsExactlyElementsOf(AskedSettings.names());
    }

    @Test
    void tellsTheDefaultsThatTheProgramHas() throws IOException {
        Map<String, String> literal = EnvExample.entries().stream().filter(Entry::hasLiteralDefault)
                .collect(Collectors.toMap(Entry::name, Entry::byDefault));

        assertThat(literal).containsKeys("WEBEX_API_URL", "IC_API_URL", "IC_URL_DURATION", "DATABASE_URL",
                "SERVER_PORT");
        assertThat(AskedSettings.readWith(literal)).usingRecursiveComparison()
                .isEqualTo(AskedSettings.read(AskedSettings.FEWEST));
    }

    @Test
    void asItStandsLacksOnlyWhatIsRequired() throws IOException {
        Map<String, String> values = new HashMap<>();
        for (DotenvEntry entry : Dotenv.configure().filename(EnvExample.FILE.toString()).load()
                .entries(Dotenv.Filter.DECLARED_IN_ENV_FILE)) {
            values.put(entry.getKey(), entry.getValue());
        }
        List<String> required = EnvExample.entries().stream().filter(entry -> entry.otherwise().equals("required"))
                .map(Entry::name).toList();

        assertThat(required).containsExactly("WEBEX_BOT_TOKEN", "PUBLIC_URL");
        assertThatExceptionOfType(SettingsException.class).isThrownBy(() -> AskedSettings.read(values))
                .satisfies(error -> assertThat(error.problems()).extracting(problem -> problem.replaceFirst(" .*", ""))
                        .containsExactlyElementsOf(required));
    }

    @Test
    void holdsNoValue() throws IOException {
        assertThat(EnvExample.entries()).extracting(Entry::value).containsOnly("");
    }
}
