package io.visitbot.sandbox.journal;

import java.time.Clock;
import java.util.UUID;
import java.util.random.RandomGenerator;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import org.springframework.core.env.Environment;

@Configuration(proxyBeanMethods = false)
@Profile({"sandbox", "sandbox-servers"})
class SandboxJournalConfiguration {

    @Bean
    Journal sandboxJournal(Environment environment, Clock clock, RandomGenerator random) {
        return Journal.with(clock, () -> uuid(random), () -> home(environment));
    }

    /** Of version 4, as the real services draw them. */
    private static UUID uuid(RandomGenerator random) {
        return new UUID((random.nextLong() & ~0xF000L) | 0x4000L, (random.nextLong() >>> 2) | Long.MIN_VALUE);
    }

    private static String home(Environment environment) {
        String configured = environment.getProperty("server.port", "8080");
        return "http://127.0.0.1:" + environment.getProperty("local.server.port", configured);
    }
}
