package io.visitbot.webhook;

import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.visitbot.platform.Settings;
import io.visitbot.platform.SettingsException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class WebhookSettingsTests {

    @ParameterizedTest
    @CsvSource({"https://visit.example.org,https://visit.example.org/webhooks/webex",
            "https://visit.example.org/,https://visit.example.org/webhooks/webex",
            "https://example.org:8443/visit//,https://example.org:8443/visit/webhooks/webex",
            "http://localhost:8080,http://localhost:8080/webhooks/webex",
            "http://127.0.0.1:8080,http://127.0.0.1:8080/webhooks/webex",
            "http://[::1]:8080,http://[::1]:8080/webhooks/webex"})
    void readsAddress(String given, String target) {
        Settings settings = settings(given);

        assertThat(WebhookSettings.read(settings).target()).isEqualTo(target);
        settings.verify();
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://visit.example.org", "http://127.0.0.1.example.org", "http://localhost.example.org",
            "visit.example.org", "ftp://visit.example.org", "https://", "https://visit.example.org?x=1",
            "https://visit.example.org/#top", "https://user:pw@visit.example.org", "https://a b"})
    void refusesOtherAddressesWithoutQuoting(String given) {
        Settings settings = settings(given);
        WebhookSettings.read(settings);

        assertThatExceptionOfType(SettingsException.class).isThrownBy(settings::verify)
                .withMessageStartingWith("PUBLIC_URL must be an https address")
                .satisfies(error -> assertThat(error.problems()).hasSize(1));
    }

    @Test
    void saysOnceThatItIsMissing() {
        Settings settings = settings(" ");
        WebhookSettings.read(settings);

        assertThatExceptionOfType(SettingsException.class).isThrownBy(settings::verify)
                .withMessageStartingWith("PUBLIC_URL is missing: ")
                .satisfies(error -> assertThat(error.problems()).hasSize(1));
    }

    private static Settings settings(String publicUrl) {
        return new Settings(Map.of("PUBLIC_URL", publicUrl)::get);
    }
}
