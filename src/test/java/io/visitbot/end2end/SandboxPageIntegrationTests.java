package io.visitbot.end2end;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.AfterTestExecutionCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static com.microsoft.playwright.assertions.PlaywrightAssertions.setDefaultAssertionTimeout;
import static org.assertj.core.api.Assertions.assertThat;

/** The whole flow, typed into the real page in a real browser, against the packaged program. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SandboxPageIntegrationTests {

    /** Not the number that stands in forms and hints as the example. */
    private static final String PATIENT = "+12025550144";
    private static final String DEVICE = "room3@example.rooms.webex.com";
    private static final String WARD = "Ward 3";
    private static final double PATIENCE_MS = 40_000;

    @RegisterExtension
    private final AfterTestExecutionCallback picture = this::showFailure;

    private Chromium chromium;
    private VisitProcess program;
    private Outside outside;
    private SandboxPage ward;

    @BeforeAll
    void startProgram(@TempDir Path folder) {
        program = VisitProcess.sandbox(folder, "sandbox");
        chromium = Chromium.start();
        setDefaultAssertionTimeout(PATIENCE_MS);
        outside = new Outside(program.home());
    }

    @BeforeEach
    void openPage() {
        outside.post("/reset", Map.of());
        ward = open(1440, 900);
        ward.enter("lee", WARD);
    }

    private SandboxPage open(int width, int height) {
        return new SandboxPage(chromium.browser().newContext(new Browser.NewContextOptions()
                .setViewportSize(width, height).setTimezoneId("America/New_York").setLocale("en-US")), outside.home());
    }

    private void showFailure(ExtensionContext test) {
        test.getExecutionException().ifPresent(_ -> ward.screenshot("failed-" + test.getDisplayName()));
    }

    @AfterEach
    void findsBrowserContent() {
        outside.clearFaults();
        assertThat(ward.errors()).isEmpty();
        ward.close();
    }

    @AfterAll
    void stopProgram() {
        chromium.close();
        assertThat(program.stop()).isIn(0, 143);
    }

    @Test
    void startsVisitFromTypedCommandToPatientsPhone() {
        Locator thread = ward.type("@visit new patient-42");
        Locator form = ward.card(thread, "New visit");
        ward.fill(form, Map.of("Patient's mobile", "+1 202 555 0144", "Who else joins", "nurse.ortiz@example.org",
                "Room device", DEVICE));
        form.getByLabel("Patient's language").selectOption("Spanish");
        ward.screenshot("form");
        form.getByText("Start visit").click();

        Locator result = ward.card(thread, "Visit ready: patient-42");
        assertThat(result).containsText(SandboxPage.like("Host: Open as host \\(Webex sign-in\\)"));
        assertThat(result).containsText(SandboxPage.like("Guest: http://127\\.0\\.0\\.1:\\d+/visit/\\w+"));
        assertThat(result).containsText(SandboxPage.like("SIP: \\S+@\\S+"));
        assertThat(result).containsText("nurse.ortiz@example.org");
        assertThat(result).containsText("+1 ·· ··· ··44");
        assertThat(ward.card(thread, "New visit")).hasCount(0);
        assertThat(ward.answer(thread, "delivered")).containsText("+1 ·· ··· ··44");
        assertThat(ward.answers(thread)).hasCount(2);
        keepsNumberToItself();

        patientWaits();
        hostEnters(result);
        assertThat(ward.page().getByTestId("device-room-3-state")).containsText("Incoming call");
        ward.screenshot("ringing");
        ward.page().getByTestId("device-room-3-answer").click();
        assertThat(ward.page().getByTestId("device-room-3-state")).containsText("In the call");
        readsCardsWithOfficialRenderer();

        comesBackAfterReload(thread);
        tellsPatientThatVisitIsOff();
    }

    private void patientWaits() {
        Locator text = ward.phone(PATIENT).getByTestId("phone-message");
        assertThat(text).hasCount(1);
        assertThat(text).containsText("Video visit:");
        assertThat(text).containsText("STOP");
        Page patient = ward.opened(() -> text.getByTestId("phone-link").click());
        assertThat(patient.getByTestId("visit-status")).containsText("Waiting for your care team");
        patient.close();
    }

    private void hostEnters(Locator result) {
        Page host = ward.opened(() -> result.getByText("Open as host", new Locator.GetByTextOptions().setExact(true))
                .click());
        host.getByText("Log in as Dr. Lee").click();
        assertThat(host.locator("h1")).containsText("You are in the visit");
        host.close();
    }

    private void comesBackAfterReload(Locator thread) {
        ward.page().reload();
        assertThat(ward.card(thread, "Visit ready: patient-42")).isVisible();
        assertThat(ward.phone(PATIENT).getByTestId("phone-message")).hasCount(1);
        assertThat(ward.page().getByTestId("device-room-3-state")).containsText("In the call");
    }

    private void tellsPatientThatVisitIsOff() {
        Locator thread = ward.type("@visit cancel patient-42");
        assertThat(ward.answer(thread, "is off")).containsText("can't be called back");
        assertThat(ward.phone(PATIENT).getByTestId("phone-message")).hasCount(2);
        keepsNumberToItself();
    }

    private void keepsNumberToItself() {
        assertThat(outside.messages()).filteredOn(message -> message.path("isBot").asBoolean())
                .allSatisfy(
                        message -> assertThat(message.toString().replaceAll("\\D", ""))
                                .doesNotContain(PATIENT.substring(1)));
    }

    private void readsCardsWithOfficialRenderer() {
        List<String> cards = outside.messages().stream().filter(message -> message.path("card").isObject())
                .map(message -> message.path("card").toString()).toList();
        assertThat(cards).isNotEmpty().allSatisfy(card -> assertThat(complaints(card)).isEmpty());
    }

    private List<?> complaints(String card) {
        return (List<?>) ward.page().evaluate("""
                json => {
                  const context = new AdaptiveCards.SerializationContext(new AdaptiveCards.Version(1, 3));
                  new AdaptiveCards.AdaptiveCard().parse(JSON.parse(json), context);
                  return Array.from({length: context.eventCount}, (_, i) => context.getEventAt(i).message);
                }""", card);
    }

    @Test
    void isUsableByEverybody() {
        Locator thread = ward.type("@visit new patient-43");
        assertThat(ward.card(thread, "New visit")).isVisible();
        List<Rule> violations = new AxeBuilder(ward.page()).analyze().getViolations();
        assertThat(violations).filteredOn(rule -> List.of("serious", "critical").contains(rule.getImpact()))
                .extracting(Rule::getId).isEmpty();
    }

    @Test
    void suggestsCommandForTypoAndRunsNothing() {
        Locator thread = ward.type("@visit nwe patient-44");

        assertThat(ward.answers(thread)).containsText("Did you mean new");
        assertThat(ward.answers(thread)).hasCount(1);
    }

    @Test
    void takesMentionCompletedByTabKey() {
        ward.page().getByTestId("compose").pressSequentially("@vi");
        ward.page().keyboard().press("Tab");
        ward.page().keyboard().type("whoami");
        ward.page().keyboard().press("Enter");

        assertThat(ward.page().locator("[data-testid=message][data-author=bot]")).containsText("dr.lee@example.org");
    }

    @Test
    void namesFieldsThatAreWrongAndKeepsWhatWasTyped() {
        Locator thread = ward.type("@visit new patient-45");
        Locator form = ward.card(thread, "New visit");
        ward.fill(form, Map.of("Patient's mobile", "12", "Who else joins", "nurse.ortiz"));
        form.getByText("Start visit").click();

        Locator corrected = ward.card(thread, "Patient's mobile:");
        assertThat(corrected).containsText("Who else joins");
        assertThat(corrected.getByLabel("Patient's mobile")).hasValue("12");
        assertThat(thread.getByTestId("card")).hasCount(1);
        readsCardsWithOfficialRenderer();

        ward.fill(corrected, Map.of("Patient's mobile", "", "Who else joins", ""));
        corrected.getByText("Start visit").click();
        assertThat(ward.card(thread, "Visit ready: patient-45")).containsText("copy the guest link to the patient");
    }

    @Test
    void saysInThreadThatPhoneIsLandline() {
        ward.trouble("undelivered-landline");
        Locator thread = ward.type("@visit new patient-46 +1 202 555 0146");

        assertThat(ward.answer(thread, "not delivered")).containsText("landline");
        assertThat(ward.answer(thread, "Everybody in this space can read the number you typed")).isVisible();
    }

    @Test
    void waitsForInstantConnectAloud() {
        ward.trouble("ic-down");
        Locator thread = ward.type("@visit new patient-47 +1 202 555 0147");
        assertThat(ward.answer(thread, "still waiting")).containsText("Instant Connect has not made the links yet");

        ward.trouble("clear");
        assertThat(ward.card(thread, "Visit ready: patient-47")).isVisible();
        assertThat(ward.phone("+12025550147").getByTestId("phone-message")).hasCount(1);
    }

    @Test
    void startsOneVisitWhenSameWebhookArrivesTwice() {
        ward.trouble("ic-down");
        Locator thread = ward.type("@visit new patient-48");
        Locator form = ward.card(thread, "New visit");
        ward.fill(form, Map.of("Patient's mobile", "+1 202 555 0148"));
        form.getByText("Start visit").click();
        assertThat(form).containsText("Sent.");
        double duplicates = duplicates();
        ward.trouble("webhook-twice");
        Eventually.holds("the second one is known for what it is", () -> duplicates() > duplicates);

        ward.trouble("clear");
        assertThat(ward.card(thread, "Visit ready: patient-48")).hasCount(1);
        assertThat(ward.answer(thread, "delivered")).isVisible();
        assertThat(ward.phone("+12025550148").getByTestId("phone-message")).hasCount(1);
        assertThat(ward.answer(thread, "already")).hasCount(0);
    }

    private double duplicates() {
        return Metrics.of(outside.home()).value("visit_events_total{outcome=\"duplicate\"}");
    }

    @Test
    void tellsSecondSubmitterThatVisitIsStarted() {
        ward.trouble("ic-down");
        Locator thread = ward.type("@visit new patient-49");
        assertThat(ward.card(thread, "New visit")).isVisible();
        String root = String.valueOf(thread.getAttribute("data-thread"));
        JsonNode card = outside.form(root);
        Map<String, String> inputs = Map.of("label", "patient-49", "send", "true", "language", "en", "duration",
                "3600");
        outside.submit("lee", card, inputs);
        outside.submit("ortiz", card, inputs);

        assertThat(ward.answer(thread, "has been started already")).isVisible();
        ward.trouble("clear");
        assertThat(ward.card(thread, "Visit ready: patient-49")).hasCount(1);
        Locator list = ward.type("@visit list");
        assertThat(ward.answers(list)).containsText("patient-49");
    }

    @Test
    void showsItselfOnSmallScreen() {
        try (SandboxPage phone = open(390, 844)) {
            phone.page().getByTestId("tab-chat").click();
            Locator thread = phone.type("@visit new patient-50");
            assertThat(phone.card(thread, "New visit")).isVisible();
            phone.screenshot("small");
            assertThat((Boolean) phone.page().evaluate("document.documentElement.scrollWidth <= innerWidth")).isTrue();
            assertThat(phone.errors()).isEmpty();
        }
    }
}
