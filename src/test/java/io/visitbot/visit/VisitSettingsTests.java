package io.visitbot.visit;

import java.time.Duration;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.visitbot.platform.Settings;
import io.visitbot.platform.SettingsException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class VisitSettingsTests {

    @ParameterizedTest
    @ValueSource(strings = {"60", "86400"})
    void takesLivesOfLinksWithinBounds(String seconds) {
        Settings settings = settings(seconds);

        assertThat(VisitSettings.read(settings).linkLife()).isEqualTo(Duration.ofSeconds(Long.parseLong(seconds)));
        settings.verify();
    }

    @ParameterizedTest
    @ValueSource(strings = {"59", "86401", "1h"})
    void refusesLivesOfLinksOutOfBounds(String seconds) {
        Settings settings = settings(seconds);
        VisitSettings.read(settings);

        assertThatExceptionOfType(SettingsException.class).isThrownBy(settings::verify)
                .withMessageContaining("IC_URL_DURATION must be a whole number from 60 to 86400");
    }

    private static Settings settings(String seconds) {
        return new Settings(name -> name.equals("IC_URL_DURATION") ? seconds : null);
    }
}
