package io.visitbot.webex;

import java.util.random.RandomGenerator;

import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import reactor.core.scheduler.Scheduler;

import io.visitbot.platform.ApiClient;
import io.visitbot.platform.ApiTimeouts;
import io.visitbot.platform.Check;
import io.visitbot.platform.RetryPolicy;

/** Webex, as the bot. */
@Configuration(proxyBeanMethods = false)
@Profile("!sandbox-servers")
class WebexConfiguration {

    @Bean
    WebexApi webexApi(WebexSettings settings, Scheduler timer, RandomGenerator random, MeterRegistry meters) {
        return new WebexClient(
                new ApiClient(WebexClient.API, ApiTimeouts.INTERACTIVE, RetryPolicy.interactive(timer, random),
                        meters),
                settings);
    }

    @Bean
    Me me(WebexApi webex) {
        return new Me(webex);
    }

    @Bean
    Check webexTokenCheck(WebexApi webex) {
        return new WebexTokenCheck(webex);
    }
}
