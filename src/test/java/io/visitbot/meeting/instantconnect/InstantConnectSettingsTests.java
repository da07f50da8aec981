package io.visitbot.meeting.instantconnect;

import java.net.URI;
import java.time.Duration;
import java.util.Map;

import org.junit.jupiter.api.Test;

import io.visitbot.platform.Settings;
import io.visitbot.platform.SettingsException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class InstantConnectSettingsTests {

    @Test
    void hasDefaultsForEverythingButTheToken() {
        InstantConnectSettings settings = read(Map.of("WEBEX_BOT_TOKEN", "bot"));

        assertThat(settings.api()).isEqualTo(URI.create("https://mtg-broker-a.wbx2.com/api/v2/joseencrypt"));
        assertThat(settings.space()).isEqualTo(URI.create("https://mtg-broker-a.wbx2.com/api/v1/space"));
        assertThat(settings.token().secret().value()).isEqualTo("bot");
        assertThat(settings.linkLife()).isEqualTo(Duration.ofHours(1));
        assertThat(settings.webex()).isEqualTo(URI.create("https://webexapis.com/v1"));
        assertThat(settings.meetingsToken().isGiven()).isFalse();
        assertThat(settings.isFirstVersion()).isFalse();
    }

    @Test
    void addsTheVersionToWebexOnlyWhereItIsMissing() {
        assertThat(read(Map.of("WEBEX_API_URL", "http://localhost:1/")).webex()).hasToString("http://localhost:1/v1");
        assertThat(read(Map.of("WEBEX_API_URL", "http://localhost:1/v2/")).webex())
                .hasToString("http://localhost:1/v2");
    }

    @Test
    void neverShowsTokens() {
        assertThat(read(Map.of("WEBEX_BOT_TOKEN", "t0ken", "IC_ACCESS_TOKEN", "t1ken", "WEBEX_MEETINGS_TOKEN", "t2ken"))
                .toString()).doesNotContain("t0ken", "t1ken", "t2ken");
    }

    @Test
    void refusesLivesOutOfBounds() {
        Settings settings = new Settings(Map.of("IC_URL_DURATION", "59")::get);
        InstantConnectSettings.read(settings);

        assertThatExceptionOfType(SettingsException.class).isThrownBy(settings::verify)
                .withMessageContaining("IC_URL_DURATION must be a whole number from 60 to 86400");
    }

    private static InstantConnectSettings read(Map<String, String> values) {
        return InstantConnectSettings.read(new Settings(values::get));
    }
}
