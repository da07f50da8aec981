package io.visitbot.sms;

import java.net.URI;
import java.util.HashMap;
import java.util.Map;

import org.junit.jupiter.api.Test;

import io.visitbot.platform.Settings;
import io.visitbot.platform.SettingsException;
import io.visitbot.sms.SmsSettings.Twilio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class SmsSettingsTests {

    private static final Map<String, String> ALL = Map.of("TWILIO_ACCOUNT_SID", "AC00000000000000000000000000000000",
            "TWILIO_AUTH_TOKEN", "t0ken", "TWILIO_FROM", "+12025550100");

    @Test
    void needsNothing() {
        SmsSettings settings = read(Map.of("TWILIO_API_URL", "http://localhost:1"));

        assertThat(settings.twilio()).isNull();
        assertThat(settings.sender()).isEqualTo("Video visit");
        assertThat(settings.publicUrl()).isNull();
    }

    @Test
    void readsTheAccountAndHidesTheToken() {
        SmsSettings settings = read(with(Map.of("PUBLIC_URL", "https://visit.example.org/")));

        assertThat(settings.twilio()).extracting(Twilio::accountSid, Twilio::from, Twilio::api)
                .containsExactly("AC00000000000000000000000000000000", "+12025550100",
                        URI.create("https://api.twilio.com"));
        assertThat(settings.publicUrl()).isEqualTo("https://visit.example.org");
        assertThat(settings.toString()).doesNotContain("t0ken");
    }

    @Test
    void toleratesSlashAndVersionInTheAddress() {
        for (String url : new String[]{"http://localhost:1/x", "http://localhost:1/x/",
                "http://localhost:1/x/2010-04-01", "http://localhost:1/x/2010-04-01/"}) {
            assertThat(read(with(Map.of("TWILIO_API_URL", url))).twilio()).extracting(Twilio::api)
                    .isEqualTo(URI.create("http://localhost:1/x"));
        }
    }

    @Test
    void namesWhatIsMissing() {
        assertThatExceptionOfType(SettingsException.class)
                .isThrownBy(() -> read(Map.of("TWILIO_ACCOUNT_SID", "AC0")))
                .withMessageContaining("TWILIO_AUTH_TOKEN is missing").withMessageContaining("TWILIO_FROM is missing");
        assertThatExceptionOfType(SettingsException.class)
                .isThrownBy(() -> read(Map.of("TWILIO_AUTH_TOKEN", "t0ken", "TWILIO_MESSAGING_SERVICE_SID", "MG0")))
                .withMessage("TWILIO_ACCOUNT_SID is missing: text messages need the account's id");
    }

    @Test
    void namesWhatIsMalformedWithoutShowingIt() {
        assertThatExceptionOfType(SettingsException.class)
                .isThrownBy(() -> read(with(Map.of("TWILIO_ACCOUNT_SID", "s3cret", "VISIT_SENDER_NAME", "Clínica"))))
                .withMessageContaining("TWILIO_ACCOUNT_SID must be").withMessageContaining("VISIT_SENDER_NAME must be")
                .withMessageNotContainingAny("s3cret", "Clínica");
        assertThatExceptionOfType(SettingsException.class)
                .isThrownBy(() -> read(Map.of("VISIT_SENDER_NAME", "x".repeat(31))));
    }

    private static Map<String, String> with(Map<String, String> more) {
        Map<String, String> values = new HashMap<>(ALL);
        values.putAll(more);
        return values;
    }

    private static SmsSettings read(Map<String, String> values) {
        Settings settings = new Settings(values::get);
        SmsSettings read = SmsSettings.read(settings);
        settings.verify();
        return read;
    }
}
