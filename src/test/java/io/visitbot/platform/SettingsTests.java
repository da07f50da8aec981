package io.visitbot.platform;

import java.net.URI;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class SettingsTests {

    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration DAY = Duration.ofDays(1);

    @Test
    void takesBlankForNotGivenAndStripsTheRest() {
        Settings settings = of(Map.of("EMPTY", "", "BLANK", "  ", "NAME", " Clinic \n"));

        assertThat(settings.text("MISSING")).isEmpty();
        assertThat(settings.text("EMPTY")).isEmpty();
        assertThat(settings.text("BLANK", "otherwise")).isEqualTo("otherwise");
        assertThat(settings.text("NAME", "otherwise")).isEqualTo("Clinic");
        assertThat(settings.secret("BLANK")).isEmpty();
    }

    @Test
    void remembersNamesInTheOrderOfAsking() {
        Settings settings = of(Map.of());
        settings.text("B");
        settings.flag("A", true);
        settings.text("B");
        settings.zone("C");

        assertThat(settings.names()).containsExactly("B", "A", "C");
    }

    @ParameterizedTest
    @CsvSource({"true,true", "ON,true", "Yes,true", "1,true", "false,false", "off,false", "No,false", "0,false"})
    void readsFlags(String given, boolean read) {
        assertThat(of(Map.of("FLAG", given)).flag("FLAG", !read)).isEqualTo(read);
    }

    @ParameterizedTest
    @CsvSource({"60,60", "' 3600 ',3600", "86400,86400", "'',3600"})
    void readsSecondsWithinTheirBounds(String given, long seconds) {
        Settings settings = of(Map.of("LIFE", given));

        assertThat(settings.seconds("LIFE", HOUR, Duration.ofMinutes(1), DAY)).isEqualTo(Duration.ofSeconds(seconds));
        settings.verify();
    }

    @ParameterizedTest
    @ValueSource(strings = {"59", "86401", "-1", "1h", "3600.5", "99999999999999999999"})
    void refusesOtherNumbersAndSaysTheBounds(String given) {
        Settings settings = of(Map.of("LIFE", given));

        assertThat(settings.seconds("LIFE", HOUR, Duration.ofMinutes(1), DAY)).isEqualTo(HOUR);
        assertProblems(settings, "LIFE must be a whole number from 60 to 86400");
    }

    @Test
    void splitsListsAtCommasAndBlanks() {
        assertThat(of(Map.of("LIST", "a@example.org, b@example.org;\n c, ,")).list("LIST"))
                .containsExactly("a@example.org", "b@example.org;", "c");
        assertThat(of(Map.of()).list("LIST")).isEmpty();
    }

    @Test
    void readsZonesAndAddresses() {
        Settings settings = of(Map.of("ZONE", "America/New_York", "URL", "http://127.0.0.1:8090/v1"));

        assertThat(settings.zone("ZONE")).contains(ZoneId.of("America/New_York"));
        assertThat(settings.url("URL")).contains(URI.create("http://127.0.0.1:8090/v1"));
        assertThat(settings.url("OTHER", "https://example.org")).isEqualTo(URI.create("https://example.org"));
        settings.verify();
    }

    @ParameterizedTest
    @ValueSource(strings = {"example.org", "ftp://example.org", "https://", "https://a b", "/v1", "http:///v1"})
    void refusesWhatIsNoWebAddress(String given) {
        Settings settings = of(Map.of("URL", given));
        settings.url("URL");

        assertProblems(settings, "URL must be an http or https address");
    }

    @Test
    void gathersAllThatIsWrongAndQuotesNothing() {
        Settings settings = of(Map.of("ZONE", "Moon/s3cret", "FLAG", "s3cret", "URL", "s3cret://host", "PORT", "s3cret",
                "CODE", "s3cret"));
        settings.zone("ZONE");
        settings.flag("FLAG", true);
        settings.url("URL");
        settings.number("PORT", 1, 0, 9);
        settings.parsed("CODE", value -> {
            throw new IllegalArgumentException(value);
        }, "must be a code");
        settings.requiredSecret("TOKEN", "the key to everything");

        assertThatExceptionOfType(SettingsException.class).isThrownBy(settings::verify)
                .withMessageNotContaining("s3cret")
                .withNoCause()
                .satisfies(error -> assertThat(error.problems()).containsExactly(
                        "ZONE must be a time zone such as America/New_York", "FLAG must be true or false",
                        "URL must be an http or https address", "PORT must be a whole number from 0 to 9",
                        "CODE must be a code", "TOKEN is missing: the key to everything"));
    }

    @Test
    void saysOneThingOfASettingThatTwoPackagesRead() {
        Settings settings = of(Map.of("URL", "nowhere"));
        settings.parsed("URL", Integer::valueOf, "must be the address as seen from outside");
        settings.url("URL");

        assertProblems(settings, "URL must be the address as seen from outside");
    }

    private static void assertProblems(Settings settings, String... sentences) {
        assertThatExceptionOfType(SettingsException.class).isThrownBy(settings::verify)
                .satisfies(error -> assertThat(error.problems()).containsExactly(sentences));
    }

    private static Settings of(Map<String, String> values) {
        return new Settings(values::get);
    }
}
