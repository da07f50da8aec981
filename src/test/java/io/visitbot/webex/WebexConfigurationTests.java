package io.visitbot.webex;

import java.net.URI;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import reactor.core.scheduler.Scheduler;
import reactor.test.scheduler.VirtualTimeScheduler;

import io.visitbot.platform.Check;
import io.visitbot.platform.Gates;
import io.visitbot.platform.OpenGates;
import io.visitbot.platform.Secret;
import io.visitbot.platform.Token;

import static org.assertj.core.api.Assertions.assertThat;

class WebexConfigurationTests {

    private final ApplicationContextRunner context = new ApplicationContextRunner()
            .withBean(WebexSettings.class,
                    () -> new WebexSettings(new Token("WEBEX_BOT_TOKEN", new Secret("bot-token")), null,
                            URI.create("http://localhost:1/v1")))
            .withBean("timer", Scheduler.class, VirtualTimeScheduler::create)
            .withBean(java.util.Random.class, () -> new java.util.Random(1))
            .withBean(SimpleMeterRegistry.class).withBean(Gates.class, OpenGates::alone)
            .withUserConfiguration(WebexConfiguration.class);

    @Test
    void offersWebexAndItsCheck() {
        context.run(started -> assertThat(started).hasSingleBean(WebexApi.class).hasSingleBean(Me.class)
                .hasSingleBean(Check.class));
    }

    @Test
    void staysAwayFromThePretendServicesAlone() {
        context.withPropertyValues("spring.profiles.active=sandbox-servers")
                .run(started -> assertThat(started).doesNotHaveBean(WebexApi.class));
    }
}
