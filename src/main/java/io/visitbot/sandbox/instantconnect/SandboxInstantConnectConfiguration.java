package io.visitbot.sandbox.instantconnect;

import java.util.List;
import java.util.random.RandomGenerator;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import org.springframework.core.annotation.Order;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.ServerResponse;

import io.visitbot.sandbox.journal.Journal;
import io.visitbot.sandbox.journal.Section;
import io.visitbot.sandbox.room.Devices;
import io.visitbot.sandbox.webex.Webex;

@Configuration(proxyBeanMethods = false)
@Profile({"sandbox", "sandbox-servers"})
class SandboxInstantConnectConfiguration {

    @Bean
    Visits sandboxVisits(Journal journal, Webex webex, Devices devices) {
        return new Visits(journal, webex, devices);
    }

    @Bean
    @Order(4)
    Section sandboxVisitSection(Visits visits) {
        return new Section("visits", List::of, visits::reset);
    }

    @Bean
    RouterFunction<ServerResponse> sandboxInstantConnectRoutes(Journal journal, Webex webex, Visits visits,
            RandomGenerator random) {
        Ciphers ciphers = new Ciphers(random);
        Links links = new Links(ciphers, random, journal.ids());
        Doorman doorman = new Doorman(ciphers, journal.clock());
        return new BrokerRoutes(journal, webex.people(), links, doorman, visits).routes()
                .and(new PageRoutes(webex.people(), links, doorman, visits).routes());
    }
}
