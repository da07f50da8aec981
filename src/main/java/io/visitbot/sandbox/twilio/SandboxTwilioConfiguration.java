package io.visitbot.sandbox.twilio;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.scheduler.Schedulers;

import io.visitbot.sandbox.faults.Faults;
import io.visitbot.sandbox.journal.Journal;
import io.visitbot.sandbox.journal.Section;

@Configuration(proxyBeanMethods = false)
@Profile({"sandbox", "sandbox-servers"})
class SandboxTwilioConfiguration {

    @Bean
    Texts sandboxTexts(Journal journal, Faults faults, Environment environment) {
        Callbacks callbacks = new Callbacks(journal, () -> inboundUrl(environment, journal.home().get()));
        return new Texts(journal, Schedulers.parallel(), faults::undelivered, callbacks);
    }

    private static String inboundUrl(Environment environment, String home) {
        String publicUrl = environment.getProperty("PUBLIC_URL", "");
        String base = (publicUrl.isBlank() ? home : publicUrl).replaceFirst("/$", "");
        String given = environment.getProperty("SANDBOX_INBOUND_URL", "");
        return given.isBlank() ? base + "/webhooks/twilio/inbound" : given;
    }

    @Bean
    @Order(2)
    Section sandboxPhoneSection(Texts texts) {
        return new Section("phones", texts::onPhones, texts::reset);
    }

    @Bean
    RouterFunction<ServerResponse> sandboxTwilioRoutes(Texts texts, Journal journal) {
        return new TwilioRoutes(texts, journal.clock()).routes().and(new PhoneRoutes(texts).routes());
    }
}
