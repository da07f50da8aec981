package io.visitbot.sms;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import com.twilio.security.RequestValidator;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

import io.visitbot.platform.ManualTimer;
import io.visitbot.platform.PhoneNumber;
import io.visitbot.platform.PhoneNumbers;
import io.visitbot.visit.TextReports;
import io.visitbot.visit.TextStatus;

import static org.assertj.core.api.Assertions.assertThat;

class TwilioCallbacksTests {

    private static final String STATUS = "/webhooks/twilio/status";
    private static final String INBOUND = "/webhooks/twilio/inbound";
    static final String PUBLIC = "https://visit.example.org";
    static final String TOKEN = "12345";
    private static final Map<String, String> DELIVERED = Map.of("MessageSid", "SM1", "MessageStatus", "delivered");

    private final Reports reports = new Reports();
    private final ManualTimer timer = new ManualTimer();
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final WebTestClient twilio = WebTestClient.bindToRouterFunction(
            new TwilioCallbacks(() -> new RequestValidator(TOKEN), PUBLIC, reports, new PhoneNumbers("US"), meters,
                    timer)
                    .routes())
            .build();

    @ParameterizedTest
    @CsvSource({"+12349013030,0/KCTR6DLpKmkAf8muzZqo1nDgQ=", "+14158675309,RSOYDt4T1cUTdK1PDd93/VVr8B8="})
    void agreesWithTwiliosOwnVectors(String caller, String signature) {
        Map<String, String> form = Map.of("CallSid", "CA1234567890ABCDE", "Caller", caller, "Digits", "1234", "From",
                caller, "To", "+18005551212");

        assertThat(signature("https://mycompany.com/myapp.php?foo=1&bar=2", form)).isEqualTo(signature);
        assertThat(new RequestValidator(TOKEN).validate("https://mycompany.com/myapp.php?foo=1&bar=2", form, signature))
                .isTrue();
    }

    @Test
    void keepsReportBeforeItAnswers() {
        signed(STATUS, Map.of("MessageSid", "SM1", "MessageStatus", "undelivered", "ErrorCode", "30006", "To",
                "+12025550142", "Some Field+Of Tomorrow", "ñ & =")).expectStatus().isOk().expectBody().isEmpty();

        assertThat(reports.heard).containsExactly("SM1 UNDELIVERED 30006");
        assertThat(meters.counter("visit.texts", "status", "undelivered").count()).isEqualTo(1);
    }

    @Test
    void countsTheQueryAsPartOfWhatWasSigned() {
        signed(STATUS + "?a=1&b=2", DELIVERED).expectStatus().isOk();

        post(STATUS + "?a=1&b=3", body(DELIVERED), signature(PUBLIC + STATUS + "?a=1&b=2", DELIVERED)).expectStatus()
                .isForbidden();
        assertThat(reports.heard).containsExactly("SM1 DELIVERED 0");
    }

    @Test
    void givesOurOwnIdBackFromTheSignedAddress() {
        signed(STATUS + "?" + TextReference.query("messages:created:m1:0"), DELIVERED).expectStatus().isOk();
        signed(STATUS + "?text=!", DELIVERED).expectStatus().isOk();

        assertThat(reports.heard).containsExactly("SM1 DELIVERED 0 of messages:created:m1:0", "SM1 DELIVERED 0");
    }

    @ParameterizedTest
    @ValueSource(strings = {STATUS, INBOUND})
    void believesNothingUnsigned(String path) {
        Map<String, String> form = Map.of("MessageSid", "SM1", "MessageStatus", "delivered", "From", "+12025550142",
                "Body", "STOP");

        twilio.post().uri(path).contentType(MediaType.APPLICATION_FORM_URLENCODED).bodyValue(body(form)).exchange()
                .expectStatus().isForbidden().expectBody().isEmpty();
        post(path, body(form), "0/KCTR6DLpKmkAf8muzZqo1nDgQ=").expectStatus().isForbidden().expectBody().isEmpty();
        post(path, body(form) + "&x=y", signature(PUBLIC + path, form)).expectStatus().isForbidden();
        post(path, "%zz=%", signature(PUBLIC + path, form)).expectStatus().isForbidden();
        post(path, "", signature(PUBLIC + path, form)).expectStatus().isForbidden();

        assertThat(reports.heard).isEmpty();
    }

    @Test
    void refusesWhatIsTooLong() {
        Map<String, String> fits = Map.of("MessageSid", "SM1", "MessageStatus", "sent", "x", "y".repeat(40_000));
        Map<String, String> tooLong = Map.of("MessageSid", "SM2", "MessageStatus", "sent", "x", "y".repeat(40_960));

        signed(STATUS, fits).expectStatus().isOk();
        signed(STATUS, tooLong).expectStatus().isEqualTo(413).expectBody().isEmpty();

        assertThat(reports.heard).containsExactly("SM1 SENT 0");
    }

    @ParameterizedTest
    @ValueSource(strings = {"receiving", "partially_delivered", "", "sleeping"})
    void answersWellToStatusItDoesNotKnow(String status) {
        signed(STATUS, Map.of("MessageSid", "SM1", "MessageStatus", status)).expectStatus().isOk();

        assertThat(reports.heard).isEmpty();
    }

    @Test
    void asksToBeToldAgainWhereReportCouldNotBeKept() {
        reports.store = Mono.error(new IllegalStateException("no database"));

        signed(STATUS, DELIVERED).expectStatus().isEqualTo(503).expectBody().isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {STATUS, INBOUND})
    void endsTheWaitForAStoreThatIsSilentAndKeepsTheReportLater(String path) {
        Map<String, String> form = Map.of("MessageSid", "SM1", "MessageStatus", "delivered", "From", "+12025550142",
                "Body", "STOP");
        Sinks.Empty<Void> store = Sinks.empty();
        reports.store = store.asMono();
        CompletableFuture<Duration> passing = timer.passSoon(TwilioCallbacks.LONGEST_WAIT);

        signed(path, form).expectStatus().isEqualTo(503).expectHeader().valueEquals("Retry-After", "5");
        assertThat(passing).succeedsWithin(Duration.ofSeconds(10));
        assertThat(reports.heard).isEmpty();

        store.tryEmitEmpty();
        assertThat(reports.heard).as("kept after all").hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"STOP", " stop ", "Unsubscribe", "CANCEL", "end", "QUIT", "StopAll"})
    void keepsWhoWantsNoMore(String word) {
        signed(INBOUND, Map.of("From", "+12025550142", "Body", word)).expectStatus().isOk().expectHeader()
                .contentTypeCompatibleWith(MediaType.TEXT_XML).expectBody(String.class)
                .isEqualTo("<Response></Response>");

        assertThat(reports.heard).containsExactly("stop +12025550142");
    }

    @ParameterizedTest
    @ValueSource(strings = {"START", "yes", "Unstop"})
    void keepsWhoWantsTextsAgain(String word) {
        signed(INBOUND, Map.of("From", "+12025550142", "Body", word)).expectStatus().isOk();

        assertThat(reports.heard).containsExactly("start +12025550142");
    }

    @Test
    void believesTwilioAboutItsOwnKeywords() {
        signed(INBOUND, Map.of("From", "+12025550142", "Body", "BASTA", "OptOutType", "STOP")).expectStatus().isOk();
        signed(INBOUND, Map.of("From", "+12025550142", "Body", "STOP", "OptOutType", "HELP")).expectStatus().isOk();

        assertThat(reports.heard).containsExactly("stop +12025550142");
    }

    @Test
    void staysSilentToOtherWordsAndSenders() {
        signed(INBOUND, Map.of("From", "+12025550142", "Body", "stop please")).expectStatus().isOk();
        signed(INBOUND, Map.of("From", "CLINIC", "Body", "STOP")).expectStatus().isOk();

        assertThat(reports.heard).isEmpty();
    }

    private WebTestClient.ResponseSpec signed(String path, Map<String, String> form) {
        return post(path, body(form), signature(PUBLIC + path, form));
    }

    private WebTestClient.ResponseSpec post(String path, String body, String signature) {
        return twilio.post().uri(path).contentType(MediaType.APPLICATION_FORM_URLENCODED)
                .header("X-Twilio-Signature", signature).bodyValue(body).exchange();
    }

    private static String body(Map<String, String> form) {
        return form.entrySet().stream().map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
                .collect(Collectors.joining("&"));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    static String signature(String url, Map<String, String> form) {
        StringBuilder signed = new StringBuilder(url);
        new TreeMap<>(form).forEach((name, value) -> signed.append(name).append(value));
        try {
            Mac mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(TOKEN.getBytes(StandardCharsets.UTF_8), "HmacSHA1"));
            return Base64.getEncoder()
                    .encodeToString(mac.doFinal(signed.toString().getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static final class Reports implements TextReports {
        private final List<String> heard = new ArrayList<>();
        private Mono<Void> store = Mono.empty();

        @Override
        public Mono<Void> status(String providerId, @Nullable String text, TextStatus status, int errorCode) {
            return hear(providerId + " " + status + " " + errorCode + (text == null ? "" : " of " + text));
        }

        @Override
        public Mono<Void> stop(PhoneNumber from) {
            return hear("stop " + from.e164());
        }

        @Override
        public Mono<Void> start(PhoneNumber from) {
            return hear("start " + from.e164());
        }

        private Mono<Void> hear(String report) {
            return store.then(Mono.fromRunnable(() -> heard.add(report)));
        }
    }
}
