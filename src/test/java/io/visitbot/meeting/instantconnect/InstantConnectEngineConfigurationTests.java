package io.visitbot.meeting.instantconnect;

import java.time.Clock;
import java.util.Map;
import java.util.Random;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

import io.visitbot.platform.Check;
import io.visitbot.platform.Gates;
import io.visitbot.platform.Ids;
import io.visitbot.platform.OpenGates;
import io.visitbot.platform.Settings;
import io.visitbot.visit.MeetingEngine;

import static org.assertj.core.api.Assertions.assertThat;

class InstantConnectEngineConfigurationTests {

    @Test
    void offersTheEngineAndItsCheck() {
        try (AnnotationConfigApplicationContext context = context()) {
            context.refresh();

            assertThat(context.getBean(MeetingEngine.class)).isInstanceOf(InstantConnectEngine.class);
            assertThat(context.getBean(Check.class).name()).isEqualTo("Instant Connect");
        }
    }

    @Test
    void staysAwayFromThePretendServices() {
        try (AnnotationConfigApplicationContext context = context()) {
            context.getEnvironment().setActiveProfiles("sandbox-servers");
            context.refresh();

            assertThat(context.getBeansOfType(MeetingEngine.class)).isEmpty();
        }
    }

    private static AnnotationConfigApplicationContext context() {
        AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();
        context.registerBean(InstantConnectSettings.class,
                () -> InstantConnectSettings.read(new Settings(Map.of("WEBEX_BOT_TOKEN", "bot")::get)));
        context.registerBean("timer", Scheduler.class, Schedulers::parallel);
        context.registerBean(SimpleMeterRegistry.class);
        context.registerBean(Gates.class, OpenGates::alone);
        context.registerBean(Clock.class, Clock::systemUTC);
        context.registerBean(java.util.random.RandomGenerator.class, () -> new Random(1));
        context.registerBean(Ids.class, () -> new Ids(new Random(1)));
        context.register(DeferredConfiguration.class);
        return context;
    }

    /** Registered before the profiles are known, as scanning would not. */
    @org.springframework.context.annotation.Configuration(proxyBeanMethods = false)
    @org.springframework.context.annotation.Import(InstantConnectEngineConfiguration.class)
    static class DeferredConfiguration {}
}
