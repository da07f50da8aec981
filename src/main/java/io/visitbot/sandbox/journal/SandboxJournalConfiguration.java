package io.visitbot.sandbox.journal;

import java.time.Clock;
import java.util.UUID;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import org.springframework.core.env.Environment;

@Configuration(proxyBeanMethods = false)
@Profile({"sandbox", "sandbox-servers"})
class SandboxJournalConfiguration {

    @Bean
    Journal sandboxJournal(Environment environment) {
        return Journal.with(Clock.systemUTC(), UUID::randomUUID, () -> home(environment));
    }

    private static String home(Environment environment) {
        String configured = environment.getProperty("server.port", "8080");
        return "http://127.0.0.1:" + environment.getProperty("local.server.port", configured);
    }
}
