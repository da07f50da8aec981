package io.visitbot;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.mock.env.MockEnvironment;

import io.visitbot.platform.SettingsException;
import io.visitbot.store.StoreSettings;
import io.visitbot.webex.WebexSettings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class AllSettingsTests {

    private static final String UNFIT = "s3cret 文 ${that} fits nowhere";
    static final List<String> SHAPED = List.of("WEBEX_API_URL", "PUBLIC_URL", "IC_API_URL", "IC_SPACE_API_URL",
            "IC_URL_DURATION", "IC_HOST_BASEURL", "IC_AGENT_BASEURL", "IC_CLIENT_BASEURL", "TWILIO_ACCOUNT_SID",
            "TWILIO_MESSAGING_SERVICE_SID", "TWILIO_API_URL", "VISIT_SENDER_NAME", "VISIT_DEFAULT_REGION",
            "VISIT_TIME_ZONE", "VISIT_PREPARE", "VISIT_LIMIT_VISITS_PER_HOUR", "VISIT_LIMIT_TEXTS_PER_HOUR",
            "VISIT_LIMIT_TEXTS_PER_RECIPIENT", "VISIT_SMS_REGIONS", "VISIT_HOST_LINK_IN_SPACE", "DATABASE_URL",
            "VISIT_ENCRYPTION_KEY", "VISIT_PHONE_KEPT_HOURS", "VISIT_KEPT_DAYS", "SERVER_PORT");
    static final List<String> SECRETS = List.of("WEBEX_BOT_TOKEN", "WEBEX_WEBHOOK_SECRET", "IC_ACCESS_TOKEN",
            "WEBEX_MEETINGS_TOKEN", "TWILIO_AUTH_TOKEN", "VISIT_ADMIN_TOKEN");

    @Test
    void namesAllThatIsMissingAtOnce() {
        assertThat(problems(Map.of())).hasSize(2).satisfiesExactly(
                token -> assertThat(token).startsWith("WEBEX_BOT_TOKEN is missing: "),
                url -> assertThat(url).startsWith("PUBLIC_URL is missing: "));
    }

    @ParameterizedTest
    @FieldSource("SHAPED")
    void namesWhatIsMalformedOnceWithoutPrintingIt(String name) {
        assertThat(problemsWith(Map.of(name, UNFIT))).singleElement().asString().startsWith(name + " must be ")
                .doesNotContain("s3cret");
    }

    @Test
    void namesAllThatIsMalformedAtOnce() {
        Map<String, String> unfit = SHAPED.stream().collect(Collectors.toMap(name -> name, _ -> UNFIT));

        assertThat(problemsWith(unfit)).extracting(problem -> problem.replaceFirst(" .*", ""))
                .containsExactlyInAnyOrderElementsOf(SHAPED);
    }

    @ParameterizedTest
    @FieldSource("SECRETS")
    void hidesSecretsWhereSettingsArePrinted(String name) {
        assertThat(AskedSettings.readWith(Map.of(name, "s3cret".repeat(3))).toString()).doesNotContain("s3cret");
    }

    @Test
    void hidesThePasswordOfTheDatabase() {
        List<Record> read = AskedSettings.readWith(
                Map.of("DATABASE_URL", "jdbc:postgresql://db.example.org/visit?user=visit&password=s3cret",
                        "VISIT_ENCRYPTION_KEY", "off"));

        assertThat(read).hasAtLeastOneElementOfType(StoreSettings.class);
        assertThat(read.toString()).doesNotContain("s3cret");
    }

    @Test
    void hidesTheKeys() {
        String key = "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=";

        assertThat(AskedSettings.readWith(Map.of("VISIT_ENCRYPTION_KEY", key)).toString()).doesNotContain("AAEC");
    }

    @Test
    void givesEachGroupToTheProgram() {
        GenericApplicationContext context = initialized("production", "bot-token");

        AskedSettings.read(AskedSettings.FEWEST)
                .forEach(group -> assertThat(context.getBeanFactory().getSingleton(group.getClass().getName()))
                        .usingRecursiveComparison().isEqualTo(group));
    }

    @Test
    void takesValuesAsTheyAreGiven() {
        WebexSettings webex = (WebexSettings) initialized("production", "s3${cret}:x").getBeanFactory()
                .getSingleton(WebexSettings.class.getName());

        assertThat(webex).extracting(settings -> settings.token().secret().value()).isEqualTo("s3${cret}:x");
    }

    @Test
    void needsNothingWhereThePretendServicesStandAlone() {
        assertThat(initialized("sandbox-servers", "").getBeanFactory().getSingletonNames())
                .noneMatch(name -> name.startsWith("io.visitbot"));
    }

    private static GenericApplicationContext initialized(String profile, String token) {
        MockEnvironment environment = new MockEnvironment();
        AskedSettings.FEWEST.forEach(environment::setProperty);
        environment.setProperty("WEBEX_BOT_TOKEN", token);
        environment.setActiveProfiles(profile);
        GenericApplicationContext context = new GenericApplicationContext();
        context.setEnvironment(environment);
        new AllSettings().initialize(context);
        return context;
    }

    private static List<String> problemsWith(Map<String, String> more) {
        Map<String, String> values = new HashMap<>(AskedSettings.FEWEST);
        values.putAll(more);
        return problems(values);
    }

    private static List<String> problems(Map<String, String> values) {
        return assertThatExceptionOfType(SettingsException.class).isThrownBy(() -> AskedSettings.read(values))
                .actual().problems();
    }
}
