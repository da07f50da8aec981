package io.visitbot.sms;

import java.time.Duration;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

import io.visitbot.platform.Gates;
import io.visitbot.platform.OpenGates;
import io.visitbot.platform.PhoneNumber;
import io.visitbot.platform.PhoneNumbers;
import io.visitbot.platform.Settings;
import io.visitbot.visit.PatientMessenger;
import io.visitbot.visit.TextReports;
import io.visitbot.visit.TextStatus;
import io.visitbot.visit.VisitSettings;

import static org.assertj.core.api.Assertions.assertThat;

class SmsConfigurationTests {

    private static final Map<String, String> ACCOUNT = Map.of("TWILIO_ACCOUNT_SID", "AC0", "TWILIO_AUTH_TOKEN", "t",
            "TWILIO_FROM", "+12025550100");

    @Test
    void worksWithoutAnySetting() {
        try (GenericApplicationContext context = context(Map.of())) {
            assertThat(context.getBean(PatientMessenger.class).isConfigured()).isFalse();
            reports(context).expectStatus().isNotFound();
        }
    }

    @Test
    void sendsAndListensWhereTwilioIsSetUp() {
        Map<String, String> open = new HashMap<>(ACCOUNT);
        open.put("PUBLIC_URL", "https://visit.example.org");
        try (GenericApplicationContext context = context(open)) {
            assertThat(context.getBean(PatientMessenger.class).isConfigured()).isTrue();
            reports(context).expectStatus().isForbidden();
        }
    }

    @Test
    void doesNotListenWhereNobodyCanCall() {
        try (GenericApplicationContext context = context(ACCOUNT)) {
            assertThat(context.getBean(PatientMessenger.class).isConfigured()).isTrue();
            reports(context).expectStatus().isNotFound();
        }
    }

    @SuppressWarnings("unchecked")
    private static WebTestClient.ResponseSpec reports(GenericApplicationContext context) {
        RouterFunction<ServerResponse> routes = context.getBean(RouterFunction.class);
        return WebTestClient.bindToRouterFunction(routes).build().post().uri("/webhooks/twilio/status").exchange();
    }

    private static GenericApplicationContext context(Map<String, String> values) {
        AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();
        context.registerBean(SmsSettings.class, () -> SmsSettings.read(new Settings(values::get)));
        context.registerBean(VisitSettings.class,
                () -> new VisitSettings(Duration.ofHours(1), "US", ZoneOffset.UTC, true));
        context.registerBean("timer", Scheduler.class, Schedulers::parallel);
        context.registerBean(SimpleMeterRegistry.class);
        context.registerBean(Gates.class, OpenGates::alone);
        context.registerBean(PhoneNumbers.class, () -> new PhoneNumbers("US"));
        context.registerBean(TextReports.class, Deaf::new);
        context.register(SmsConfiguration.class);
        context.refresh();
        return context;
    }

    private static final class Deaf implements TextReports {
        @Override
        public Mono<Void> status(String providerId, @Nullable String text, TextStatus status, int errorCode) {
            return Mono.empty();
        }

        @Override
        public Mono<Void> stop(PhoneNumber from) {
            return Mono.empty();
        }

        @Override
        public Mono<Void> start(PhoneNumber from) {
            return Mono.empty();
        }
    }
}
