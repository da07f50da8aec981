package io.visitbot;

import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import org.springframework.core.env.ConfigurableEnvironment;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

import io.visitbot.platform.Broadcast;
import io.visitbot.platform.DotenvFile;
import io.visitbot.platform.Gates;
import io.visitbot.platform.Settings;

/** What all calls to outside services have in common: the gates they go through, and tokens that can be replaced. */
@Configuration(proxyBeanMethods = false)
@Profile("!sandbox-servers")
class UpstreamConfiguration {

    @Bean
    Gates gates(Scheduler timer, Broadcast broadcast, MeterRegistry meters) {
        return new Gates(timer, broadcast, meters);
    }

    @Bean
    @Profile("!sandbox")
    ReloadEndpoint reloadEndpoint(ConfigurableEnvironment environment, Settings settings, Broadcast broadcast) {
        Reload reload = new Reload(new RawSettings(environment), settings.tokens(), new DotenvFile("."));
        return new ReloadEndpoint(reload, broadcast, Schedulers.boundedElastic());
    }
}
