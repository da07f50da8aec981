package io.visitbot.sandbox;

import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;

import io.visitbot.sandbox.journal.Journal;

@Configuration(proxyBeanMethods = false)
@Profile({SandboxEnvironment.WITH_BOT, SandboxEnvironment.ALONE})
class SandboxConfiguration {

    @Bean
    ApplicationListener<ApplicationReadyEvent> sandboxReady(Journal journal) {
        return _ -> System.out.println("Sandbox ready: open " + journal.home().get() + "/sandbox");
    }
}
