package io.visitbot.sandbox.faults;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.ServerResponse;
import org.springframework.web.server.WebFilter;
import reactor.core.scheduler.Schedulers;

import io.visitbot.sandbox.journal.Journal;
import io.visitbot.sandbox.journal.Section;
import io.visitbot.sandbox.webex.Webex;

@Configuration(proxyBeanMethods = false)
@Profile({"sandbox", "sandbox-servers"})
class SandboxFaultConfiguration {

    @Bean
    Faults sandboxFaults(Journal journal) {
        return new Faults(journal.changes());
    }

    @Bean
    @Order(3)
    Section sandboxFaultSection(Faults faults) {
        return new Section("faults", () -> faults.all().stream().map(Fault::view).toList(), faults::clear);
    }

    @Bean
    RouterFunction<ServerResponse> sandboxFaultRoutes(Faults faults, Journal journal) {
        return new FaultRoutes(faults, journal.ids()).routes();
    }

    @Bean
    @Order(Ordered.HIGHEST_PRECEDENCE + 10)
    WebFilter sandboxFaultFilter(Journal journal, Faults faults, Webex webex) {
        return new FaultFilter(journal, faults, webex.people(), Schedulers.parallel());
    }
}
