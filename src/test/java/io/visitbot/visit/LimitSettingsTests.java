package io.visitbot.visit;

import java.util.Map;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.visitbot.platform.Settings;
import io.visitbot.platform.SettingsException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class LimitSettingsTests {

    @Test
    void writesToTheDefaultRegionAloneWhereNothingIsSet() {
        assertThat(read(Map.of())).isEqualTo(new LimitSettings(30, 60, 6, Set.of("US")));
        assertThat(read(Map.of("VISIT_DEFAULT_REGION", "mx")).regions()).containsExactly("MX");
    }

    @Test
    void takesRegionsWithCommasOrBlanksBetween() {
        assertThat(read(Map.of("VISIT_SMS_REGIONS", "us, ca mx")).regions()).containsExactlyInAnyOrder("US", "CA",
                "MX");
    }

    @ParameterizedTest
    @ValueSource(strings = {"*", "all", "ALL"})
    void writesEverywhereOnlyWhereThatIsSaid(String everywhere) {
        assertThat(read(Map.of("VISIT_SMS_REGIONS", everywhere)).regions()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {",", "ZZ", "US,ZZ", "USA", "1"})
    void refusesRegionsThatThereAreNot(String unknown) {
        Settings settings = new Settings(Map.of("VISIT_SMS_REGIONS", unknown)::get);
        LimitSettings.read(settings);

        assertThatExceptionOfType(SettingsException.class).isThrownBy(settings::verify)
                .satisfies(error -> assertThat(error.problems()).singleElement().asString()
                        .startsWith("VISIT_SMS_REGIONS must be two-letter regions"));
    }

    private static LimitSettings read(Map<String, String> values) {
        Settings settings = new Settings(values::get);
        LimitSettings limits = LimitSettings.read(settings);
        settings.verify();
        return limits;
    }
}
