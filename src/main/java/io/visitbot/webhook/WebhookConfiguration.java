package io.visitbot.webhook;

import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.scheduler.Scheduler;

import io.visitbot.platform.Check;
import io.visitbot.platform.Ids;
import io.visitbot.platform.Leader;
import io.visitbot.webex.Me;
import io.visitbot.webex.WebexApi;
import io.visitbot.webex.WebexSettings;

/** The front door of mode {@code open}, and who keeps Webex knocking at it. */
@Configuration(proxyBeanMethods = false)
@Profile("!sandbox-servers")
class WebhookConfiguration {

    @Bean
    WantedHooks wantedHooks() {
        return WantedHooks.fromManifest();
    }

    @Bean
    WebhookSecret webhookSecret(WebexSettings settings, SecretStore store, Ids ids) {
        return new WebhookSecret(settings.webhookSecret(), store, ids);
    }

    @Bean
    Reconciliation webhookReconciliation(WantedHooks wanted, WebhookSettings settings) {
        return new Reconciliation(wanted, settings.target());
    }

    @Bean
    RouterFunction<ServerResponse> webexFrontDoor(WebhookSecret secret, WantedHooks wanted, Me me, Inbox inbox,
            MeterRegistry meters, Scheduler timer) {
        return new FrontDoor(secret, wanted, me, inbox, meters, timer).routes();
    }

    @Bean
    WebhookRegistrar webhookRegistrar(WebexApi webex, Me me, Reconciliation reconciliation, WebhookSecret secret,
            Leader leader, Scheduler timer) {
        return new WebhookRegistrar(webex, me, reconciliation, secret, leader, timer);
    }

    @Bean
    Check webhooksCheck(WebexApi webex, Reconciliation reconciliation) {
        return new WebhooksCheck(webex, reconciliation);
    }
}
