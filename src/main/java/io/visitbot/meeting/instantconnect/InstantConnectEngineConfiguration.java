package io.visitbot.meeting.instantconnect;

import java.time.Clock;
import java.time.Duration;
import java.util.function.Function;
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
import io.visitbot.platform.Gate;
import io.visitbot.platform.Gates;
import io.visitbot.platform.Ids;
import io.visitbot.platform.RetryPolicy;
import io.visitbot.platform.Secret;
import io.visitbot.visit.MeetingEngine;

/** Puts the Instant Connect engine together. */
@Configuration(proxyBeanMethods = false)
@Profile("!sandbox-servers")
class InstantConnectEngineConfiguration {

    static final String API = "instant-connect";
    private static final String WEBEX = "webex";

    /** The space is worth less waiting than the links: one try more, within seconds. */
    private static final ApiTimeouts OPTIONAL = new ApiTimeouts(Duration.ofSeconds(3), Duration.ofSeconds(5),
            Duration.ofSeconds(10));

    @Bean
    Gate instantConnectGate(InstantConnectSettings settings, Gates gates) {
        return gates.of(API, settings.token());
    }

    @Bean
    Encryption instantConnectEncryption(InstantConnectSettings settings, Clock clock,
            @Qualifier("instantConnectGate") Gate gate, @Qualifier("timer") Scheduler timer, RandomGenerator random,
            MeterRegistry meters) {
        ApiClient api = new ApiClient(API, ApiTimeouts.INTERACTIVE, RetryPolicy.interactive(timer, random), gate,
                meters);
        return new Encryption(api, settings, clock);
    }

    @Bean
    MeetingEngine instantConnectEngine(InstantConnectSettings settings, Encryption encryption, Clock clock,
            Gates gates, @Qualifier("timer") Scheduler timer, RandomGenerator random, MeterRegistry meters) {
        RetryPolicy once = new RetryPolicy(2, Duration.ofMillis(250), Duration.ofSeconds(3), timer, random);
        Spaces spaces = new Spaces(new ApiClient(API, OPTIONAL, once, gates.of(API, settings.token()), meters),
                settings,
                Ticker.systemTicker());
        SpaceCalls calls = new WebexSpaceCalls(ways(settings, gates, once, meters), settings.webex(), clock);
        return new InstantConnectEngine(settings, encryption, spaces, calls, timer);
    }

    @Bean
    Check instantConnectCheck(Encryption encryption, @Qualifier("instantConnectGate") Gate gate, Ids ids,
            Clock clock) {
        InstantConnectCheck check = new InstantConnectCheck(encryption, gate, ids, clock);
        gate.probedBy(check.run());
        return check;
    }

    /** Webex counts calls by token: the bot's, the one that may create meetings, and those that spaces come with. */
    private static Function<Secret, ApiClient> ways(InstantConnectSettings settings, Gates gates, RetryPolicy once,
            MeterRegistry meters) {
        ApiClient bot = new ApiClient(WEBEX, OPTIONAL, once, gates.of(WEBEX, settings.botToken()), meters);
        ApiClient meetings = bot.through(gates.of("webex-meetings", WEBEX, settings.meetingsToken()));
        ApiClient guests = bot.through(gates.of("webex-guest", WEBEX, null));
        return token -> token.equals(settings.botToken().secret())
                ? bot
                : token.equals(settings.meetingsToken().secret()) ? meetings : guests;
    }
}
