package io.visitbot.audit;

import java.time.Duration;
import java.util.Map;

import org.junit.jupiter.api.Test;

import io.visitbot.platform.Settings;
import io.visitbot.platform.SettingsException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class AuditSettingsTests {

    private static AuditSettings read(Map<String, String> values) {
        Settings settings = new Settings(values::get);
        AuditSettings read = AuditSettings.read(settings);
        settings.verify();
        return read;
    }

    @Test
    void namesNobodyAndKeepsForSixYearsByDefault() {
        AuditSettings settings = read(Map.of());

        assertThat(settings.names("dr.lee@example.org")).isFalse();
        assertThat(settings.names("")).isFalse();
        assertThat(settings.kept()).isEqualTo(Duration.ofDays(2190));
    }

    @Test
    void namesAuditorsInWhateverCase() {
        AuditSettings settings = read(Map.of("VISIT_AUDITORS", "Dr.Lee@example.org, kim@example.org"));

        assertThat(settings.names("DR.LEE@example.org")).isTrue();
        assertThat(settings.names("kim@example.org")).isTrue();
        assertThat(settings.names("sam@example.org")).isFalse();
    }

    @Test
    void refusesToKeepForNoTime() {
        assertThatExceptionOfType(SettingsException.class)
                .isThrownBy(() -> read(Map.of("VISIT_AUDIT_KEPT_DAYS", "0")));
    }
}
