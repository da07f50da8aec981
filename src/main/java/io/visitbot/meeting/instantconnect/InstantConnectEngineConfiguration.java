package io.visitbot.meeting.instantconnect;

import java.time.Clock;
import java.time.Duration;
import java.util.random.RandomGenerator;

import com.github.benmanes.caffeine.cache.Ticker;
import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import reactor.core.scheduler.Scheduler;

import io.visitbot.platform.ApiClient;
import io.visitbot.platform.ApiTimeouts;
import io.visitbot.platform.Check;
import io.visitbot.platform.Ids;
import io.visitbot.platform.RetryPolicy;
import io.visitbot.visit.MeetingEngine;

/** Puts the Instant Connect engine together. */
@Configuration(proxyBeanMethods = false)
@Profile("!sandbox-servers")
class InstantConnectEngineConfiguration {

    static final String API = "instant-connect";

    /** The space is worth less waiting than the links: one try more, within seconds. */
    private static final ApiTimeouts OPTIONAL = new ApiTimeouts(Duration.ofSeconds(3), Duration.ofSeconds(5),
            Duration.ofSeconds(10));

    @Bean
    Encryption instantConnectEncryption(InstantConnectSettings settings, Clock clock,
            @Qualifier("timer") Scheduler timer, RandomGenerator random, MeterRegistry meters) {
        ApiClient api = new ApiClient(API, ApiTimeouts.INTERACTIVE, RetryPolicy.interactive(timer, random), meters);
        return new Encryption(api, settings, clock);
    }

    @Bean
    MeetingEngine instantConnectEngine(InstantConnectSettings settings, Encryption encryption, Clock clock,
            @Qualifier("timer") Scheduler timer, RandomGenerator random, MeterRegistry meters) {
        RetryPolicy once = new RetryPolicy(2, Duration.ofMillis(250), Duration.ofSeconds(3), timer, random);
        Spaces spaces = new Spaces(new ApiClient(API, OPTIONAL, once, meters), settings, Ticker.systemTicker());
        SpaceCalls calls = new WebexSpaceCalls(new ApiClient("webex", OPTIONAL, once, meters), settings.webex(), clock);
        return new InstantConnectEngine(settings, encryption, spaces, calls, timer);
    }

    @Bean
    Check instantConnectCheck(Encryption encryption, Ids ids, Clock clock) {
        return new InstantConnectCheck(encryption, ids, clock);
    }
}
