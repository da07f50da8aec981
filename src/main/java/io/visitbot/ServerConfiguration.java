package io.visitbot;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.netty.channel.ChannelPipeline;
import io.netty.handler.timeout.WriteTimeoutHandler;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.reactor.netty.NettyReactiveWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.webflux.error.ErrorWebExceptionHandler;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.web.server.WebFilter;
import reactor.core.scheduler.Scheduler;
import reactor.netty.NettyPipeline;
import reactor.netty.http.server.HttpServer;

import io.visitbot.platform.Ids;
import io.visitbot.platform.Pace;

/** What holds for every page and hook: headers, errors, who may see the actuator, and how long a request may take. */
@Configuration(proxyBeanMethods = false)
class ServerConfiguration {

    private static final Waits WAITS = new Waits(Duration.ofSeconds(10), Duration.ofSeconds(75),
            Duration.ofSeconds(15), Duration.ofSeconds(30));
    /** What each of these costs is a fraction of a small heap. */
    private static final int MOST_UNFINISHED = 1_000;
    /** A burst of events, each on a connection of its own. */
    private static final int MOST_CONNECTIONS = 10_000;

    @Bean
    @Order(Ordered.HIGHEST_PRECEDENCE)
    WebFilter securityHeaders(ObjectProvider<ServerSettings> settings) {
        ServerSettings server = settings.getIfAvailable();
        return new SecurityHeaders(server != null && server.https());
    }

    @Bean
    @Order(Ordered.HIGHEST_PRECEDENCE + 1)
    WebFilter actuatorGuard(ObjectProvider<AdminSettings> settings, Environment environment) {
        AdminSettings admin = settings.getIfAvailable();
        return new ActuatorGuard(admin == null ? null : admin.token(),
                environment.acceptsProfiles(Profiles.of("sandbox", "sandbox-servers")));
    }

    @Bean
    @Order(-1)
    ErrorWebExceptionHandler errorAnswers(Ids ids, @Qualifier("timer") Scheduler timer) {
        return new ErrorAnswers(ids, timer);
    }

    @Bean
    Crowd crowd(MeterRegistry meters, @Qualifier("timer") Scheduler timer) {
        Counter closed = Counter.builder("visit.connections.closed").description("Connections closed for want of room")
                .register(meters);
        Crowd crowd = new Crowd(MOST_CONNECTIONS, MOST_UNFINISHED, closed::increment,
                new Pace(timer, Duration.ofMinutes(1), 1));
        Gauge.builder("visit.connections.open", crowd, Crowd::size).description("Connections to this program")
                .register(meters);
        return crowd;
    }

    @Bean
    WebServerFactoryCustomizer<NettyReactiveWebServerFactory> serverLimits(Crowd crowd) {
        return factory -> factory.addServerCustomizers(server -> limited(server, crowd, WAITS));
    }

    /** The server with a bound on its connections and an end to each wait. */
    static HttpServer limited(HttpServer server, Crowd crowd, Waits waits) {
        return server.doOnChannelInit((_, channel, _) -> watch(channel.pipeline(), crowd, waits));
    }

    private static void watch(ChannelPipeline pipeline, Crowd crowd, Waits waits) {
        pipeline.addAfter(NettyPipeline.HttpCodec, "visit.requestDeadline", new RequestDeadline(crowd, waits));
        pipeline.addAfter(NettyPipeline.HttpCodec, "visit.writeTimeout",
                new WriteTimeoutHandler(waits.answer().toSeconds(), TimeUnit.SECONDS));
    }
}
