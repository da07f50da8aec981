package io.visitbot.sandbox.page;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import org.springframework.core.annotation.Order;
import org.springframework.core.io.ClassPathResource;
import org.springframework.web.reactive.function.server.RequestPredicates;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerResponse;
import org.springframework.web.server.WebFilter;

import io.visitbot.sandbox.journal.Journal;
import io.visitbot.sandbox.journal.Section;
import io.visitbot.sandbox.webex.Webex;

@Configuration(proxyBeanMethods = false)
@Profile({"sandbox", "sandbox-servers"})
class SandboxPageConfiguration {

    @Bean
    RouterFunction<ServerResponse> sandboxPageRoutes(Journal journal, Webex webex, ObjectProvider<Section> sections) {
        return new PageRoutes(journal, webex, sections.orderedStream().toList()).routes();
    }

    @Bean
    @Order(100)
    RouterFunction<ServerResponse> sandboxFiles() {
        ClassPathResource index = new ClassPathResource("sandbox/index.html");
        return RouterFunctions.resource(RequestPredicates.GET("/sandbox"), index)
                .and(RouterFunctions.resource(RequestPredicates.GET("/sandbox/"), index))
                .and(RouterFunctions.resources("/sandbox/**", new ClassPathResource("sandbox/")));
    }

    @Bean
    WebFilter sandboxHeaders() {
        return new SandboxHeaders();
    }
}
