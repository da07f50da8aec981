package io.visitbot.audit;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import reactor.core.scheduler.Schedulers;

/** Puts the record of who did what together. */
@Configuration(proxyBeanMethods = false)
@Profile("!sandbox-servers")
class AuditConfiguration {

    @Bean
    Chain chain() {
        return Chain.plain();
    }

    @Bean
    Auditing auditing(AuditRecords records, Chain chain, AuditSettings settings) {
        return new Auditing(records, chain, settings, Schedulers.newBoundedElastic(1, 100, "audit"));
    }
}
