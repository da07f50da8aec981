package io.visitbot.webex;

import java.net.URI;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.visitbot.platform.Secret;
import io.visitbot.platform.Settings;
import io.visitbot.platform.SettingsException;
import io.visitbot.platform.Token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class WebexSettingsTests {

    @Test
    void needsTokenOnly() {
        Settings settings = settings(Map.of("WEBEX_BOT_TOKEN", "bot-token"));

        assertThat(WebexSettings.read(settings)).usingRecursiveComparison().isEqualTo(
                new WebexSettings(new Token("WEBEX_BOT_TOKEN", new Secret("bot-token")), null,
                        URI.create("https://webexapis.com/v1")));
        settings.verify();
        assertThat(settings.names()).containsExactly("WEBEX_BOT_TOKEN", "WEBEX_WEBHOOK_SECRET", "WEBEX_API_URL");
    }

    @Test
    void readsWebhookSecret() {
        assertThat(WebexSettings.read(settings(Map.of("WEBEX_WEBHOOK_SECRET", "s3cr3t-hook"))).webhookSecret())
                .isEqualTo(new Secret("s3cr3t-hook"));
    }

    @ParameterizedTest
    @CsvSource({"http://127.0.0.1:8090/v1,http://127.0.0.1:8090/v1", "http://127.0.0.1:8090,http://127.0.0.1:8090/v1",
            "http://127.0.0.1:8090/,http://127.0.0.1:8090/v1",
            "https://proxy.example.org/webex/v1/,https://proxy.example.org/webex/v1",
            "https://proxy.example.org/webex,https://proxy.example.org/webex/v1",
            "https://proxy.example.org/v2,https://proxy.example.org/v2"})
    void completesAddress(String given, String read) {
        assertThat(WebexSettings.read(settings(Map.of("WEBEX_API_URL", given))).api()).isEqualTo(URI.create(read));
    }

    @Test
    void saysThatTokenIsMissingAndAddressIsWrongWithoutQuoting() {
        Settings settings = settings(Map.of("WEBEX_API_URL", "ftp://secret-host"));
        WebexSettings.read(settings);

        assertThatExceptionOfType(SettingsException.class).isThrownBy(settings::verify)
                .withMessageContaining("WEBEX_BOT_TOKEN is missing").withMessageContaining("WEBEX_API_URL must be")
                .satisfies(error -> assertThat(error.getMessage()).doesNotContain("secret-host"));
    }

    private static Settings settings(Map<String, String> values) {
        return new Settings(values::get);
    }
}
