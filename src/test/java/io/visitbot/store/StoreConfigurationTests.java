package io.visitbot.store;

import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

import io.visitbot.audit.AuditSettings;
import io.visitbot.audit.Chain;
import io.visitbot.platform.Check;
import io.visitbot.platform.Ids;
import io.visitbot.platform.Settings;
import io.visitbot.platform.SharedClock;
import io.visitbot.visit.Job;
import io.visitbot.visit.JobHandler;
import io.visitbot.visit.PlannedJob;
import io.visitbot.webhook.EventHandler;
import io.visitbot.webhook.Inbox;
import io.visitbot.webhook.Inbox.Receipt;
import io.visitbot.webhook.VerifiedEvent;

import static org.assertj.core.api.Assertions.assertThat;

class StoreConfigurationTests {

    private static final VerifiedEvent EVENT = new VerifiedEvent("messages:created:1", "messages", "created", "{}");

    @Test
    void worksInsideSpringBootAndRemembersOverRestart(@TempDir Path folder) throws Exception {
        try (ConfigurableApplicationContext context = start(folder)) {
            assertThat(context.getBean(Inbox.class).accept(EVENT).block()).isEqualTo(Receipt.ACCEPTED);
            TestStore.plan(context.getBean(Store.class),
                    PlannedJob.of(Job.Kind.OPEN, "V-1", Clock.systemUTC().instant())).block();
            Surroundings told = context.getBean(Surroundings.class);

            assertThat(told.handled.get(20, TimeUnit.SECONDS)).isEqualTo(EVENT.id());
            assertThat(told.ran.get(20, TimeUnit.SECONDS)).isEqualTo("V-1");
            assertThat(context.getBeansOfType(Flyway.class)).hasSize(1);
            assertThat(context.getBeansOfType(Check.class)).hasSize(4);
            assertThat(context.getBean(MeterRegistry.class).find("visit.inbox.waiting").gauge()).isNotNull();
            assertThat(context.getBean(MeterRegistry.class).find("visit.inbox.inflight").gauge()).isNotNull();
        }
        try (ConfigurableApplicationContext context = start(folder)) {
            assertThat(context.getBean(Inbox.class).accept(EVENT).block()).isEqualTo(Receipt.DUPLICATE);
        }
    }

    private static ConfigurableApplicationContext start(Path folder) {
        return new SpringApplicationBuilder(Surroundings.class).web(WebApplicationType.NONE)
                .properties(Map.of("spring.main.banner-mode", "off", "test.folder", folder.toString()))
                .run("--management.endpoint.health.validate-group-membership=false");
    }

    @Configuration
    @EnableAutoConfiguration
    @Import(StoreConfiguration.class)
    static class Surroundings {

        final CompletableFuture<String> handled = new CompletableFuture<>();
        final CompletableFuture<String> ran = new CompletableFuture<>();

        @Bean
        StoreSettings storeSettings(org.springframework.core.env.Environment environment) {
            return StoreSettings.at(Path.of(environment.getRequiredProperty("test.folder")).resolve("visit.db"));
        }

        @Bean
        EncryptionSettings encryptionSettings() {
            return TestStore.encryption();
        }

        @Bean
        RetentionSettings retentionSettings() {
            return RetentionSettings.read(new Settings(name -> null));
        }

        @Bean
        AuditSettings auditSettings() {
            return AuditSettings.read(new Settings(name -> null));
        }

        @Bean
        Chain chain() {
            return Chain.plain();
        }

        @Bean
        SharedClock clock() {
            return new SharedClock(Clock.systemUTC());
        }

        @Bean
        Scheduler timer() {
            return Schedulers.parallel();
        }

        @Bean
        Ids ids() {
            return new Ids(new Random(1));
        }

        @Bean
        Random random() {
            return new Random(1);
        }

        @Bean
        MeterRegistry meters() {
            return new SimpleMeterRegistry();
        }

        @Bean
        EventHandler eventHandler() {
            return delivery -> Mono.fromRunnable(() -> handled.complete(delivery.event().id()));
        }

        @Bean
        JobHandler jobHandler() {
            return new JobHandler() {
                @Override
                public Job.Kind kind() {
                    return Job.Kind.OPEN;
                }

                @Override
                public Mono<Next> run(String key, int attempt) {
                    ran.complete(key);
                    return Mono.just(Next.DONE);
                }
            };
        }
    }
}
