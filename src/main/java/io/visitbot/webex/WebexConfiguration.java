package io.visitbot.webex;

import java.util.random.RandomGenerator;

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
import io.visitbot.platform.RetryPolicy;

/** Webex, as the bot. */
@Configuration(proxyBeanMethods = false)
@Profile("!sandbox-servers")
class WebexConfiguration {

    @Bean
    Gate webexGate(WebexSettings settings, Gates gates) {
        return gates.of(WebexClient.API, settings.token());
    }

    @Bean
    WebexApi webexApi(WebexSettings settings, @Qualifier("webexGate") Gate gate, Gates gates, Scheduler timer,
            RandomGenerator random, MeterRegistry meters) {
        ApiClient client = new ApiClient(WebexClient.API, ApiTimeouts.INTERACTIVE,
                RetryPolicy.interactive(timer, random), gate, meters);
        return new WebexClient(client, gates.of("webex-guest", WebexClient.API, null), settings);
    }

    @Bean
    Me me(WebexApi webex) {
        return new Me(webex);
    }

    @Bean
    Check webexTokenCheck(WebexApi webex, @Qualifier("webexGate") Gate gate) {
        gate.probedBy(webex.me());
        return new WebexTokenCheck(webex, gate);
    }
}
