package io.visitbot.sms;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;

import com.twilio.security.RequestValidator;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.quicktheories.core.Gen;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

import io.visitbot.platform.Generated;
import io.visitbot.platform.PhoneNumber;
import io.visitbot.platform.PhoneNumbers;
import io.visitbot.visit.TextReports;
import io.visitbot.visit.TextStatus;

import static org.assertj.core.api.Assertions.assertThat;

class TwilioFuzzTests {

    private static final String STATUS = "/webhooks/twilio/status";
    private static final Gen<String> FORMS = Generated.text("MessageSid=", "SM1", "&", "=", "+", "%", "%2", "%zz",
            "%00",
            "MessageStatus=", "delivered", "ErrorCode=", "99999999999", "-1", "From=%2B12025550142", "Body=STOP", "&&",
            "OptOutType=STOP", ";", "[]=", "%F0%9F%98%80");
    private static final Gen<String> VALUES = Generated.text(Generated.pieces("STOP", "START", "delivered", "sent",
            "30006", "+12025550142", "99999999999999999999"));

    private static final RequestValidator TWILIO = new RequestValidator(TwilioCallbacksTests.TOKEN);

    private int heard;
    private final WebTestClient twilio = WebTestClient.bindToRouterFunction(new TwilioCallbacks(
            () -> TWILIO, TwilioCallbacksTests.PUBLIC, new Counting(),
            new PhoneNumbers("US"), new SimpleMeterRegistry(), Schedulers.parallel()).routes()).build();

    @Test
    void refusesWhateverIsNotSigned() {
        Generated.each(FORMS, form -> assertThat(post(STATUS, form, "0/KCTR6DLpKmkAf8muzZqo1nDgQ=").value())
                .isEqualTo(403));
        assertThat(heard).isZero();
    }

    @Test
    void answersWellToWhateverIsSigned() {
        Generated.each(VALUES, VALUES, (one, other) -> {
            Map<String, String> status = Map.of("MessageSid", "SM1", "MessageStatus", clean(one), "ErrorCode",
                    clean(other));
            Map<String, String> inbound = Map.of("From", clean(one), "Body", clean(other));
            assertThat(signed(STATUS, status).is2xxSuccessful()).isTrue();
            assertThat(signed(TwilioCallbacks.INBOUND_PATH, inbound).is2xxSuccessful()).isTrue();
        });
        assertThat(heard).as("reports among it").isPositive();
    }

    private HttpStatusCode signed(String path, Map<String, String> form) {
        String body = form.entrySet().stream().map(field -> field.getKey() + "="
                + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8)).reduce((a, b) -> a + "&" + b).orElse("");
        return post(path, body, TwilioCallbacksTests.signature(TwilioCallbacksTests.PUBLIC + path, form));
    }

    private HttpStatusCode post(String path, String body, String signature) {
        return twilio.post().uri(path).contentType(MediaType.APPLICATION_FORM_URLENCODED)
                .header("X-Twilio-Signature", signature).bodyValue(body).exchange().expectBody().returnResult()
                .getStatus();
    }

    /** A lone surrogate has no UTF-8, so nobody could have signed it. */
    private static String clean(String text) {
        return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
    }

    private final class Counting implements TextReports {

        private static final Set<TextStatus> KNOWN = Set.of(TextStatus.values());

        @Override
        public Mono<Void> status(String providerId, @Nullable String text, TextStatus status, int errorCode) {
            assertThat(KNOWN).contains(status);
            return Mono.fromRunnable(() -> heard++);
        }

        @Override
        public Mono<Void> stop(PhoneNumber from) {
            return Mono.fromRunnable(() -> heard++);
        }

        @Override
        public Mono<Void> start(PhoneNumber from) {
            return Mono.fromRunnable(() -> heard++);
        }
    }
}
