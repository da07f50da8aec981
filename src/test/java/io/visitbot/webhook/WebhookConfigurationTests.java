package io.visitbot.webhook;

import java.net.URI;
import java.util.Random;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.web.reactive.function.server.RouterFunction;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.test.scheduler.VirtualTimeScheduler;

import io.visitbot.platform.Check;
import io.visitbot.platform.Ids;
import io.visitbot.platform.Leader;
import io.visitbot.platform.Secret;
import io.visitbot.platform.Token;
import io.visitbot.webex.Me;
import io.visitbot.webex.WebexApi;
import io.visitbot.webex.WebexSettings;

import static org.assertj.core.api.Assertions.assertThat;

class WebhookConfigurationTests {

    private final ApplicationContextRunner context = new ApplicationContextRunner()
            .withBean(WebexApi.class, () -> new FakeWebex().api())
            .withBean(Me.class, () -> new Me(new FakeWebex().api()))
            .withBean(WebexSettings.class,
                    () -> new WebexSettings(new Token("WEBEX_BOT_TOKEN", new Secret("bot-token")), null,
                            URI.create("http://localhost:1/v1")))
            .withBean(WebhookSettings.class, () -> new WebhookSettings(URI.create("https://visit.example.org")))
            .withBean(SecretStore.class, () -> (_, candidate) -> Mono.just(candidate))
            .withBean(Inbox.class, () -> _ -> Mono.just(Inbox.Receipt.ACCEPTED))
            .withBean(Ids.class, () -> new Ids(new Random(1)))
            .withBean(Leader.class, () -> () -> true)
            .withBean("timer", Scheduler.class, VirtualTimeScheduler::create)
            .withBean(SimpleMeterRegistry.class)
            .withUserConfiguration(WebhookConfiguration.class);

    @Test
    void opensTheDoorAndStartsLookingAfterTheWebhooks() {
        context.run(started -> {
            assertThat(started).hasSingleBean(RouterFunction.class).hasSingleBean(Check.class);
            assertThat(started.getBean(WebhookRegistrar.class).isRunning()).isTrue();
        });
    }

    @Test
    void staysAwayFromThePretendServicesAlone() {
        context.withPropertyValues("spring.profiles.active=sandbox-servers")
                .run(started -> assertThat(started).doesNotHaveBean(RouterFunction.class)
                        .doesNotHaveBean(WebhookRegistrar.class));
    }
}
