package io.visitbot.sandbox.webex;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.ServerResponse;

import io.visitbot.sandbox.journal.Journal;

@Configuration(proxyBeanMethods = false)
@Profile({"sandbox", "sandbox-servers"})
class SandboxWebexConfiguration {

    @Bean
    Webex sandboxWebex(Journal journal) {
        return Webex.with(journal);
    }

    @Bean
    RouterFunction<ServerResponse> sandboxWebexRoutes(Webex webex, Journal journal) {
        return new WebexRoutes(webex, journal).routes();
    }
}
