package io.visitbot.store;

import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.visitbot.platform.Secret;
import io.visitbot.platform.Settings;
import io.visitbot.platform.SettingsException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class EncryptionSettingsTests {

    @ParameterizedTest
    @ValueSource(strings = {"AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHv8=",
            "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHv8",
            "//////////////////////////////////////////8=", "__________________________________________8"})
    void takesKeyInEitherAlphabetWithAndWithoutPadding(String key) {
        EncryptionSettings settings = read(Map.of("VISIT_ENCRYPTION_KEY", key));

        assertThat(settings.off()).isFalse();
        assertThat(settings.keys()).containsExactly(new Secret(key));
        assertThat(EncryptionSettings.bytes(key)).hasSize(32).endsWith(0xff);
    }

    @Test
    void takesSeveralKeysInTheirOrder() {
        assertThat(read(Map.of("VISIT_ENCRYPTION_KEY", TestStore.KEY + " , " + TestStore.OTHER_KEY)).keys())
                .extracting(Secret::value).containsExactly(TestStore.KEY, TestStore.OTHER_KEY);
    }

    @Test
    void takesOffAloneAndBeforeTheKeyOfWhatWasEncrypted() {
        assertThat(read(Map.of("VISIT_ENCRYPTION_KEY", "off")).off()).isTrue();
        assertThat(read(Map.of("VISIT_ENCRYPTION_KEY", "OFF," + TestStore.KEY)))
                .satisfies(settings -> assertThat(settings.off()).isTrue())
                .satisfies(settings -> assertThat(settings.keys()).hasSize(1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"secret", "AAEC", ",", "on", "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=,off",
            "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=,AAEC"})
    void saysHowToMakeKeyWhereItIsNone(String value) {
        assertThatExceptionOfType(SettingsException.class)
                .isThrownBy(() -> read(Map.of("VISIT_ENCRYPTION_KEY", value)))
                .withMessageContaining("openssl rand -base64 32").withMessageNotContaining("AAEC");
    }

    @Test
    void needsKeyWhereInstancesShareOne() {
        String server = "jdbc:postgresql://db.example.org/visit";

        assertThatExceptionOfType(SettingsException.class).isThrownBy(() -> read(Map.of("DATABASE_URL", server)))
                .withMessageContaining("VISIT_ENCRYPTION_KEY is missing")
                .withMessageContaining("openssl rand -base64 32");
        assertThat(read(Map.of("DATABASE_URL", server, "VISIT_ENCRYPTION_KEY", "off")).off()).isTrue();
        assertThat(read(Map.of()).keys()).isEmpty();
    }

    private static EncryptionSettings read(Map<String, String> values) {
        Settings settings = new Settings(values::get);
        EncryptionSettings read = EncryptionSettings.read(settings);
        settings.verify();
        return read;
    }
}
