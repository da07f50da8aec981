package io.visitbot.sandbox;

import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.config.ConfigDataEnvironmentPostProcessor;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.mock.env.MockEnvironment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class SandboxEnvironmentTests {

    private static MockEnvironment started(String profile, Map<String, String> settings) {
        MockEnvironment environment = new MockEnvironment();
        environment.setActiveProfiles(profile);
        settings.forEach(environment::setProperty);
        new SandboxEnvironment().postProcessEnvironment(environment, new SpringApplication());
        return environment;
    }

    @ParameterizedTest
    @CsvSource({"WEBEX_BOT_TOKEN, real-secret", "IC_ACCESS_TOKEN, real-secret", "TWILIO_ACCOUNT_SID, AC123",
            "TWILIO_AUTH_TOKEN, real-secret", "WEBEX_API_URL, https://webexapis.com/v1",
            "IC_API_URL, https://mtg-broker-a.wbx2.com/api/v2/joseencrypt", "IC_SPACE_API_URL, https://example.org",
            "IC_HOST_BASEURL, https://instant.webex.com/hc/v1/login?data=",
            "IC_AGENT_BASEURL, https://instant.webex.com/",
            "IC_CLIENT_BASEURL, https://instant.webex.com/", "TWILIO_API_URL, https://api.twilio.com",
            "PUBLIC_URL, https://bot.example.org", "PUBLIC_URL, http://127.0.0.1.example.org",
            "PUBLIC_URL, http://user@example.org@127.0.0.1x/", "DATABASE_URL, jdbc:postgresql://db.example.org/visit"})
    void refusesRealSettingsWithoutPrintingThem(String name, String value) {
        for (String profile : new String[]{"sandbox", "sandbox-servers"}) {
            assertThatExceptionOfType(SandboxRefused.class).isThrownBy(() -> started(profile, Map.of(name, value)))
                    .withMessageContaining(name).satisfies(refused -> {
                        FailureAnalysis analysis = new SandboxRefusedAnalyzer().analyze(refused);
                        assertThat(String.valueOf(analysis)).isNotEmpty();
                        assertThat(refused.getMessage() + refused.action()).doesNotContain(value);
                    });
        }
    }

    @Test
    void pointsTheBotAtThePretendServices() {
        MockEnvironment environment = started("sandbox", Map.of("SERVER_PORT", "18190"));
        assertThat(environment.getProperty("WEBEX_BOT_TOKEN")).isEqualTo("sandbox-bot-token");
        assertThat(environment.getProperty("WEBEX_API_URL")).isEqualTo("http://127.0.0.1:18190/v1");
        assertThat(environment.getProperty("IC_AGENT_BASEURL"))
                .isEqualTo("http://127.0.0.1:18190/hc/v1/login?&fli=true&int=jose&data=");
        assertThat(environment.getProperty("PUBLIC_URL")).isEqualTo("http://127.0.0.1:18190");
        assertThat(environment.getProperty("DATABASE_URL")).startsWith("jdbc:sqlite:");
        assertThat(environment.getProperty("server.address")).isEqualTo("127.0.0.1");
        assertThat(environment.getProperty("server.port")).isEqualTo("18190");
    }

    @Test
    void keepsLoopbackAddressesThatAreGiven() {
        MockEnvironment environment = started("sandbox",
                Map.of("PUBLIC_URL", "http://localhost:9999", "DATABASE_URL",
                        "jdbc:postgresql://127.0.0.1:5/x?user=u"));
        assertThat(environment.getProperty("PUBLIC_URL")).isEqualTo("http://localhost:9999");
        assertThat(environment.getProperty("DATABASE_URL")).isEqualTo("jdbc:postgresql://127.0.0.1:5/x?user=u");
    }

    @Test
    void bindsLoopbackWhateverIsAsked() {
        assertThat(started("sandbox-servers", Map.of("server.address", "0.0.0.0")).getProperty("server.address"))
                .isEqualTo("127.0.0.1");
    }

    @Test
    void startsServersAloneWithoutDatabaseOnTheirOwnPort() {
        MockEnvironment environment = started("sandbox-servers", Map.of());
        assertThat(environment.getProperty("server.port")).isEqualTo("8090");
        assertThat(environment.getProperty("spring.autoconfigure.exclude")).contains("DataSourceAutoConfiguration",
                "FlywayAutoConfiguration", "DbSchedulerAutoConfiguration");
        assertThat(environment.containsProperty("WEBEX_BOT_TOKEN")).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"18190,18190", "'',8090"})
    void startsServersOnTheirPortThoughTheBotHasAnother(String given, String port) {
        StandardEnvironment environment = new StandardEnvironment();
        environment.setActiveProfiles("sandbox-servers");
        environment.getPropertySources().addFirst(new MapPropertySource("given", Map.of("SANDBOX_PORT", given)));
        ConfigDataEnvironmentPostProcessor.applyTo(environment);
        new SandboxEnvironment().postProcessEnvironment(environment, new SpringApplication());

        assertThat(environment.getProperty("server.port")).isEqualTo(port);
    }

    @ParameterizedTest
    @CsvSource({"WEBEX_BOT_TOKEN", "PUBLIC_URL"})
    void refusesWhatCannotBeResolvedWithoutPrintingIt(String name) {
        assertThatExceptionOfType(SandboxRefused.class)
                .isThrownBy(() -> started("sandbox", Map.of(name, "s3cret${x}"))).withMessageContaining(name)
                .withMessageNotContaining("s3cret");
    }

    @Test
    void doesNothingWithoutItsProfile() {
        MockEnvironment environment = started("production", Map.of("WEBEX_BOT_TOKEN", "real-secret"));
        assertThat(environment.getProperty("WEBEX_BOT_TOKEN")).isEqualTo("real-secret");
        assertThat(environment.containsProperty("server.address")).isFalse();
    }
}
