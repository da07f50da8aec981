package io.visitbot;

import java.time.Duration;

import io.netty.channel.ChannelPipeline;
import org.springframework.beans.factory.ObjectProvider;
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
import reactor.netty.NettyPipeline;
import reactor.netty.http.server.HttpServer;

import io.visitbot.platform.Ids;

/** What holds for every page and hook: headers, errors, who may see the actuator, and how long a request may take. */
@Configuration(proxyBeanMethods = false)
class ServerConfiguration {

    private static final Duration FIRST_HEAD = Duration.ofSeconds(10);
    private static final Duration NEXT_HEAD = Duration.ofSeconds(75);
    private static final Duration WHOLE_REQUEST = Duration.ofSeconds(15);

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
    ErrorWebExceptionHandler errorAnswers(Ids ids) {
        return new ErrorAnswers(ids);
    }

    @Bean
    WebServerFactoryCustomizer<NettyReactiveWebServerFactory> timeLimits() {
        return factory -> factory.addServerCustomizers(server -> limited(server, FIRST_HEAD, NEXT_HEAD, WHOLE_REQUEST));
    }

    /** The server with an end to each wait: for a request's head, and for the rest of it. */
    static HttpServer limited(HttpServer server, Duration first, Duration next, Duration whole) {
        return server.requestTimeout(whole).doOnChannelInit((_, channel, _) -> watch(channel.pipeline(), first, next));
    }

    private static void watch(ChannelPipeline pipeline, Duration first, Duration next) {
        pipeline.addAfter(NettyPipeline.HttpCodec, "visit.requestDeadline", new RequestDeadline(first, next));
    }
}
