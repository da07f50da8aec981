package io.visitbot.platform;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.springframework.boot.diagnostics.FailureAnalysis;

import static org.assertj.core.api.Assertions.assertThat;

class SettingsFailureAnalyzerTests {

    @Test
    void saysInOneParagraphWhatIsWrongAndHowToTryItWithout() {
        FailureAnalysis analysis = new SettingsFailureAnalyzer()
                .analyze(new IllegalStateException(new SettingsException(List.of("A is missing: x", "B must be y"))));

        assertThat(analysis).extracting(FailureAnalysis::getDescription)
                .isEqualTo("Visit can't start with these settings: A is missing: x; B must be y.");
        assertThat(analysis).extracting(FailureAnalysis::getAction).asString().contains(".env.example",
                "--spring.profiles.active=sandbox", "./mvnw -q -Psandbox").doesNotContain("\n");
    }
}
