package io.visitbot.sms;

import com.twilio.security.RequestValidator;
import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

import io.visitbot.platform.Check;
import io.visitbot.platform.Gates;
import io.visitbot.platform.PhoneNumbers;
import io.visitbot.visit.PatientMessenger;
import io.visitbot.visit.TextComposer;
import io.visitbot.visit.TextReasons;
import io.visitbot.visit.TextReports;
import io.visitbot.visit.VisitSettings;

/** Puts text messages together; without Twilio's settings there is nobody to send them, and the rest works. */
@Configuration(proxyBeanMethods = false)
@Profile("!sandbox-servers")
class SmsConfiguration {

    @Bean(destroyMethod = "close")
    TwilioAccess twilio(SmsSettings settings, Gates gates, @Qualifier("timer") Scheduler timer, MeterRegistry meters) {
        return TwilioAccess.of(settings, gates, timer, meters);
    }

    @Bean
    PatientMessenger patientMessenger(TwilioAccess twilio) {
        TwilioMessenger messenger = twilio.messenger();
        return messenger == null ? new NoMessenger() : messenger;
    }

    @Bean
    Check twilioCheck(TwilioAccess twilio) {
        return new TwilioCheck(twilio.messenger());
    }

    @Bean
    TextComposer textComposer(SmsSettings settings, VisitSettings visits) {
        return new PatientTexts(settings.sender(), visits.zone());
    }

    @Bean
    TextReasons textReasons() {
        return new TwilioReasons();
    }

    @Bean
    RouterFunction<ServerResponse> twilioCallbacks(SmsSettings settings, TextReports reports, PhoneNumbers numbers,
            MeterRegistry meters, @Qualifier("timer") Scheduler timer) {
        SmsSettings.Twilio account = settings.twilio();
        String publicUrl = settings.publicUrl();
        if (account == null || publicUrl == null) {
            return request -> Mono.empty();
        }
        return new TwilioCallbacks(() -> new RequestValidator(account.authToken().secret().value()), publicUrl, reports,
                numbers, meters, timer).routes();
    }
}
