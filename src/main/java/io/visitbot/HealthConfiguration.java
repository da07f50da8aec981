package io.visitbot;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.springframework.boot.health.contributor.CompositeReactiveHealthContributor;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.ReactiveHealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import reactor.core.publisher.Mono;

import io.visitbot.platform.Check;

/** Shows the checks that concern this process as health; readiness looks at them. */
@Configuration(proxyBeanMethods = false)
@Profile("!sandbox-servers")
class HealthConfiguration {

    /** Each look costs a write; strangers may ask as often as they like. */
    private static final Duration FRESH = Duration.ofMillis(500);

    @Bean
    CompositeReactiveHealthContributor visitHealthContributor(List<Check> checks) {
        Map<String, ReactiveHealthIndicator> indicators = checks.stream().filter(Check::local)
                .collect(Collectors.toMap(Check::name, check -> indicator(Mono.defer(check::run).cache(FRESH))));
        return CompositeReactiveHealthContributor.fromMap(indicators, Function.identity());
    }

    /** What is known of the services without asking them; health shows it, and readiness does not look at it. */
    @Bean
    CompositeReactiveHealthContributor servicesHealthContributor(List<Check> checks) {
        Map<String, ReactiveHealthIndicator> indicators = checks.stream().filter(check -> check.glance().isPresent())
                .collect(Collectors.toMap(Check::name,
                        check -> indicator(Mono.defer(() -> Mono.justOrEmpty(check.glance())))));
        return CompositeReactiveHealthContributor.fromMap(indicators, Function.identity());
    }

    private static ReactiveHealthIndicator indicator(Mono<Check.Result> look) {
        return new ReactiveHealthIndicator() {
            @Override
            public Mono<Health> health() {
                return look.map(HealthConfiguration::health);
            }
        };
    }

    private static Health health(Check.Result result) {
        Health.Builder health = result.state() == Check.State.WRONG ? Health.down() : Health.up();
        return health.withDetail("finding", result.finding()).withDetail("cure", result.cure()).build();
    }
}
