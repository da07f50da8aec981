package io.visitbot.platform;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.SpringApplication;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class DotenvEnvironmentTests {

    @TempDir
    Path folder;

    @Test
    void readsNamesAndValues() throws IOException {
        ConfigurableEnvironment environment = read("""
                # a comment

                PLAIN=value
                  SPACED = some words\t
                EMPTY=
                TRAILING=value # a comment
                DOUBLE="a # in it"
                SINGLE='a # in it'
                ADDRESS=https://example.org/login?&fli=true&data=
                """);

        assertThat(environment.getProperty("PLAIN")).isEqualTo("value");
        assertThat(environment.getProperty("SPACED")).isEqualTo("some words");
        assertThat(environment.getProperty("EMPTY")).isEmpty();
        assertThat(environment.getProperty("TRAILING")).isEqualTo("value");
        assertThat(environment.getProperty("DOUBLE")).isEqualTo("a # in it");
        assertThat(environment.getProperty("SINGLE")).isEqualTo("a # in it");
        assertThat(environment.getProperty("ADDRESS")).isEqualTo("https://example.org/login?&fli=true&data=");
    }

    @Test
    void readsLinesThatEndAsOnWindows() throws IOException {
        ConfigurableEnvironment environment = read("ONE=1\r\nTWO=\"2\"\r\n");

        assertThat(environment.getProperty("ONE")).isEqualTo("1");
        assertThat(environment.getProperty("TWO")).isEqualTo("2");
    }

    @Test
    void letsTheEnvironmentWin() throws IOException {
        assertThat(read("GIVEN=in the file").getProperty("GIVEN")).isEqualTo("in the environment");
    }

    @Test
    void needsNoFile() {
        assertThat(started("production").getProperty("PLAIN")).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"sandbox", "sandbox-servers"})
    void isNotReadInTheSandbox(String profile) throws IOException {
        Files.writeString(folder.resolve(".env"), "PLAIN=value\nno line at all");

        assertThat(started(profile).getProperty("PLAIN")).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"s3cret", "export TOKEN=s3cret", "TOKEN: s3cret", "TOKEN=\"s3cret"})
    void saysThatALineIsMalformedWithoutPrintingIt(String line) {
        assertThatExceptionOfType(SettingsException.class).isThrownBy(() -> read("PLAIN=value\n" + line + "\n"))
                .withMessageContaining(".env").withMessageContaining("NAME=value").withMessageNotContaining("s3cret")
                .withNoCause();
    }

    private ConfigurableEnvironment read(String file) throws IOException {
        Files.writeString(folder.resolve(".env"), file);
        return started("production");
    }

    private ConfigurableEnvironment started(String profile) {
        ConfigurableEnvironment environment = new StandardEnvironment();
        environment.setActiveProfiles(profile);
        environment.getPropertySources().replace(StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME,
                new SystemEnvironmentPropertySource(StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME,
                        Map.of("GIVEN", "in the environment")));
        new DotenvEnvironment(folder.toString()).postProcessEnvironment(environment, new SpringApplication());
        return environment;
    }
}
