package io.visitbot.sms;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;
import reactor.test.StepVerifier;

import io.visitbot.platform.ApiException;
import io.visitbot.platform.ApiTimeouts;
import io.visitbot.platform.Check;
import io.visitbot.platform.OpenGates;
import io.visitbot.platform.PhoneNumber;
import io.visitbot.platform.Secret;
import io.visitbot.platform.Token;
import io.visitbot.visit.PatientMessenger.Handover;
import io.visitbot.visit.TextStatus;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.absent;
import static com.github.tomakehurst.wiremock.client.WireMock.containing;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.jsonResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;
import static org.assertj.core.api.Assertions.assertThat;

class TwilioMessengerTests {

    private static final String SID = "AC00000000000000000000000000000000";
    private static final String MESSAGES = "/proxy/2010-04-01/Accounts/" + SID + "/Messages.json";
    private static final PhoneNumber TO = new PhoneNumber("+12025550142", 1);
    private static final String TEXT = "text:1???";
    private static final String BODY = "Clinic: join https://example.org/a & b";
    private static final Instant SINCE = Instant.parse("2026-01-05T10:04:30Z");
    private static final Scheduler BLOCKING = Schedulers.newBoundedElastic(4, 100, "twilio-test");

    @RegisterExtension
    static final WireMockExtension server = WireMockExtension.newInstance().options(wireMockConfig().dynamicPort())
            .build();

    @AfterAll
    static void stopThreads() {
        BLOCKING.dispose();
    }

    @Test
    void handsMessageOver() {
        created(jsonResponse(message("SM1", "queued", BODY, "10:04:00"), 201));

        assertThat(made(send(messenger("https://visit.example.org"))))
                .isEqualTo(new Handover("SM1", TextStatus.QUEUED, 0));

        server.verify(1, postRequestedFor(urlEqualTo(MESSAGES))
                .withBasicAuth(new com.github.tomakehurst.wiremock.client.BasicCredentials(SID, "t0ken"))
                .withHeader("Content-Type", containing("application/x-www-form-urlencoded"))
                .withFormParam("To", equalTo("+12025550142")).withFormParam("From", equalTo("+12025550100"))
                .withFormParam("Body", equalTo(BODY)).withFormParam("ValidityPeriod", equalTo("900"))
                .withFormParam("SmartEncoded", equalTo("false"))
                .withFormParam("StatusCallback",
                        equalTo("https://visit.example.org/webhooks/twilio/status?text=dGV4dDoxPz8_")));
    }

    @Test
    void sendsThroughTheServiceAndWithoutCallbackWhereThereIsNoPublicUrl() {
        created(jsonResponse(message("SM1", "accepted", BODY, "10:04:00"), 201));

        TwilioMessenger messenger = messenger(URI.create(server.baseUrl() + "/proxy"), null, "MG1", null);
        assertThat(made(send(messenger)).status()).isEqualTo(TextStatus.QUEUED);

        server.verify(1, postRequestedFor(urlEqualTo(MESSAGES)).withFormParam("MessagingServiceSid", equalTo("MG1"))
                .withFormParam("From", absent()).withFormParam("StatusCallback", absent()));
    }

    @ParameterizedTest
    @CsvSource({"5,60", "40000,36000"})
    void keepsValidityWithinTwiliosBounds(long seconds, String asked) {
        created(jsonResponse(message("SM1", "queued", BODY, "10:04:00"), 201));

        made(messenger(null).send(TEXT, TO, BODY, Duration.ofSeconds(seconds)));

        server.verify(postRequestedFor(urlEqualTo(MESSAGES)).withFormParam("ValidityPeriod", equalTo(asked)));
    }

    @ParameterizedTest
    @ValueSource(ints = {21211, 21610, 21614, 21635, 21408, 21608})
    void takesDefiniteRefusalAsOutcome(int code) {
        created(error(400, code));

        assertThat(made(send(messenger(null)))).isEqualTo(new Handover("", TextStatus.FAILED, code));
    }

    @ParameterizedTest
    @CsvSource({"401,20003,MISCONFIGURED,false", "403,20005,MISCONFIGURED,false", "429,20429,LIMITED,false",
            "400,21611,LIMITED,false", "404,20404,GONE,false", "500,20500,UNAVAILABLE,true", "503,0,UNAVAILABLE,true"})
    void sortsErrorsAndAsksOnce(int status, int code, ApiException.Kind kind, boolean processed) {
        created(error(status, code).withHeader("Retry-After", "7").withHeader("Twilio-Request-Id", "RQ1"));

        ApiException failure = failed(send(messenger(null)));

        assertThat(failure.kind()).isEqualTo(kind);
        assertThat(failure.mayHaveBeenProcessed()).isEqualTo(processed);
        assertThat(failure.status()).isEqualTo(status);
        assertThat(failure.reference()).isEqualTo("RQ1");
        if (kind == ApiException.Kind.LIMITED) {
            assertThat(failure.retryAfter()).contains(Duration.ofSeconds(7));
        }
        server.verify(1, postRequestedFor(urlEqualTo(MESSAGES)));
    }

    @ParameterizedTest
    @EnumSource(names = {"CONNECTION_RESET_BY_PEER", "EMPTY_RESPONSE"})
    void doesNotKnowWhatBecameOfACutRequestAndAsksOnce(Fault fault) {
        created(aResponse().withFault(fault));

        ApiException failure = failed(send(messenger(null)));

        assertThat(failure.kind()).isEqualTo(ApiException.Kind.UNAVAILABLE);
        assertThat(failure.mayHaveBeenProcessed()).isTrue();
        server.verify(1, postRequestedFor(urlEqualTo(MESSAGES)));
    }

    @Test
    void doesNotKnowWhatBecameOfALateRequest() {
        created(jsonResponse(message("SM1", "queued", BODY, "10:04:00"), 201).withFixedDelay(3000));

        ApiException failure = failed(send(messenger(null)));

        assertThat(failure.kind()).isEqualTo(ApiException.Kind.UNAVAILABLE);
        assertThat(failure.mayHaveBeenProcessed()).isTrue();
    }

    @Test
    void doesNotKnowWhatAnUnreadableAnswerMeans() {
        created(jsonResponse("<html>", 201));

        ApiException failure = failed(send(messenger(null)));

        assertThat(failure.kind()).isEqualTo(ApiException.Kind.UNREADABLE);
        assertThat(failure.mayHaveBeenProcessed()).isTrue();
    }

    @Test
    void knowsThatARefusedConnectionSentNothing() {
        ApiException failure = failed(send(messenger(closedPort(), "+12025550100", null, null)));

        assertThat(failure.kind()).isEqualTo(ApiException.Kind.UNAVAILABLE);
        assertThat(failure.mayHaveBeenProcessed()).isFalse();
    }

    @Test
    void keepsNumbersAndWordsOutOfItsErrors() {
        created(jsonResponse("{\"code\":0,\"message\":\"The 'To' number +12025550142\",\"status\":400}", 400));

        ApiException failure = failed(send(messenger(null)));

        assertThat(failure).hasMessageNotContainingAny("+12025550142", "Clinic", "t0ken");
        assertThat(failure.reason()).isEmpty();
    }

    @Test
    void findsMessageThatMayHaveBeenTaken() {
        server.stubFor(get(urlPathEqualTo(MESSAGES)).willReturn(okJson(list(
                message("SM1", "delivered", "other words", "10:04:40"),
                message("SM2", "delivered", BODY, "10:03:00"),
                message("SM3", "sent", "Sent from your Twilio trial account - " + BODY, "10:04:00")))));

        assertThat(made(messenger(null).find(TO, BODY, SINCE).single()))
                .isEqualTo(new Handover("SM3", TextStatus.SENT, 0));

        server.verify(1, getRequestedFor(urlPathEqualTo(MESSAGES)).withQueryParam("To", equalTo("+12025550142"))
                .withQueryParam("PageSize", equalTo("50")));
    }

    @Test
    void findsNothingWhereNothingWasTaken() {
        server.stubFor(get(urlPathEqualTo(MESSAGES)).willReturn(okJson(list())));

        StepVerifier.create(messenger(null).find(TO, BODY, SINCE)).expectComplete().verify(Duration.ofSeconds(10));
    }

    @ParameterizedTest
    @CsvSource({"sent,SENT", "delivered,DELIVERED", "read,DELIVERED", "undelivered,UNDELIVERED", "failed,FAILED",
            "canceled,CANCELLED", "sending,QUEUED", "scheduled,QUEUED", "partially_delivered,QUEUED"})
    void looksHowMessageStands(String word, TextStatus status) {
        server.stubFor(get("/proxy/2010-04-01/Accounts/" + SID + "/Messages/SM1.json").willReturn(
                okJson(message("SM1", word, BODY, "10:04:00").replace("\"error_code\":null", "\"error_code\":30003"))));

        assertThat(made(messenger(null).look("SM1"))).isEqualTo(new Handover("SM1", status, 30003));
    }

    @Test
    void seesNothingWhereMessageIsGone() {
        server.stubFor(get("/proxy/2010-04-01/Accounts/" + SID + "/Messages/SM1.json").willReturn(error(404, 20404)));

        StepVerifier.create(messenger(null).look("SM1")).expectComplete().verify(Duration.ofSeconds(10));
    }

    @Test
    void checksTheAccountWithoutSending() {
        server.stubFor(get(urlPathEqualTo(MESSAGES)).willReturn(okJson(list())));
        assertThat(made(new TwilioCheck(messenger(null)).run()).state()).isEqualTo(Check.State.OK);

        server.stubFor(get(urlPathEqualTo(MESSAGES)).willReturn(error(401, 20003)));
        assertThat(made(new TwilioCheck(messenger(null)).run()).cure()).contains("TWILIO_AUTH_TOKEN");

        assertThat(made(new TwilioCheck(null).run()).state()).isEqualTo(Check.State.OFF);
        server.verify(0, postRequestedFor(urlEqualTo(MESSAGES)));
    }

    @Test
    void standsAsideWhereNothingIsConfigured() {
        NoMessenger none = new NoMessenger();

        assertThat(none.isConfigured()).isFalse();
        assertThat(failed(none.send(TEXT, TO, BODY, Duration.ofMinutes(15))).mayHaveBeenProcessed()).isFalse();
        StepVerifier.create(none.look("SM1")).verifyComplete();
    }

    private static Mono<Handover> send(TwilioMessenger messenger) {
        return messenger.send(TEXT, TO, BODY, Duration.ofMinutes(15));
    }

    private static TwilioMessenger messenger(@Nullable String publicUrl) {
        return messenger(URI.create(server.baseUrl() + "/proxy"), "+12025550100", null, publicUrl);
    }

    private static TwilioMessenger messenger(URI api, @Nullable String from, @Nullable String service,
            @Nullable String publicUrl) {
        ApiTimeouts timeouts = new ApiTimeouts(Duration.ofSeconds(1), Duration.ofSeconds(2), Duration.ofSeconds(9));
        SmsSettings.Twilio account = new SmsSettings.Twilio(SID, new Token("TWILIO_AUTH_TOKEN", new Secret("t0ken")),
                from, service, api);
        TwilioTransport transport = new TwilioTransport(account, timeouts, new SimpleMeterRegistry());
        return new TwilioMessenger(new QuietTwilioClient(account, transport), account, publicUrl,
                OpenGates.one("twilio"), BLOCKING,
                Schedulers.parallel(), timeouts.total());
    }

    private static URI closedPort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return URI.create("http://127.0.0.1:" + socket.getLocalPort());
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private static void created(ResponseDefinitionBuilder answer) {
        server.stubFor(post(MESSAGES).willReturn(answer));
    }

    private static ResponseDefinitionBuilder error(int status, int code) {
        return code == 0
                ? aResponse().withStatus(status).withBody("<html>trouble</html>")
                : jsonResponse("{\"code\":%d,\"message\":\"no\",\"status\":%d}".formatted(code, status), status);
    }

    private static String list(String... messages) {
        return "{\"page\":0,\"page_size\":50,\"uri\":\"/x\",\"first_page_uri\":\"/x\",\"next_page_uri\":null,"
                + "\"previous_page_uri\":null,\"messages\":[" + String.join(",", messages) + "]}";
    }

    private static String message(String sid, String status, String body, String time) {
        return """
                {"sid":"%s","account_sid":"%s","api_version":"2010-04-01","to":"+12025550142","from":"+12025550100",
                 "messaging_service_sid":null,"body":"%s","status":"%s","direction":"outbound-api","num_segments":"1",
                 "num_media":"0","price":null,"price_unit":null,"error_code":null,"error_message":null,
                 "date_created":"Mon, 05 Jan 2026 %s +0000","date_sent":null,
                 "date_updated":"Mon, 05 Jan 2026 %s +0000","uri":"/x","subresource_uris":{"media":"/x"}}
                """.formatted(sid, SID, body, status, time, time);
    }

    private static ApiException failed(Mono<?> call) {
        try {
            call.block(Duration.ofSeconds(10));
            throw new AssertionError("no failure");
        } catch (ApiException failure) {
            return failure;
        }
    }

    private static <T> T made(Mono<T> call) {
        return java.util.Objects.requireNonNull(call.block(Duration.ofSeconds(10)));
    }
}
