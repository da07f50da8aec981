package io.visitbot;

import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.server.PathContainer;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;
import reactor.core.publisher.Mono;

import io.visitbot.platform.Secret;

/**
 * Keeps everything under {@code /actuator} but health to those who have the token. Whoever has it, or asks from this
 * machine and not through a proxy, is shown what health found and how to cure it; others only whether all is well.
 */
final class ActuatorGuard implements WebFilter {

    static final String NO_TOKEN = "Set VISIT_ADMIN_TOKEN to open this page, and send it as a bearer token.";
    static final String WRONG_TOKEN = "Send VISIT_ADMIN_TOKEN as a bearer token, or as the password of any user.";

    private static final PathPattern ALL = PathPatternParser.defaultInstance.parse("/actuator/**");
    private static final PathPattern HEALTH = PathPatternParser.defaultInstance.parse("/actuator/health/**");
    private static final List<String> PROXIED = List.of("Forwarded", "X-Forwarded-For", "X-Forwarded-Host",
            "X-Forwarded-Proto", "X-Real-IP", "Via");
    /** What is answered to strangers in the place of what they ask for; both are health groups. */
    private static final Map<String, String> BRIEF = Map.of("/actuator/health", "/actuator/health/status",
            "/actuator/health/liveness", "/actuator/health/liveness", "/actuator/health/readiness",
            "/actuator/health/readiness-status");

    private final @Nullable Secret token;
    private final boolean open;

    /** @param open whether everybody may see everything, as on a developer's own machine */
    ActuatorGuard(@Nullable Secret token, boolean open) {
        this.token = token;
        this.open = open;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        ServerHttpRequest request = exchange.getRequest();
        PathContainer path = request.getPath().pathWithinApplication();
        if (!ALL.matches(path)) {
            return chain.filter(exchange);
        }
        if (open || isAdmin(request) || (HEALTH.matches(path) && isFromHere(request))) {
            return chain.filter(exchange);
        }
        String brief = BRIEF.get(path.value());
        return brief == null
                ? refuse(exchange.getResponse())
                : chain.filter(exchange.mutate().request(asked -> asked.path(brief)).build());
    }

    private boolean isAdmin(ServerHttpRequest request) {
        String given = request.getHeaders().getFirst(HttpHeaders.AUTHORIZATION);
        return token != null && given != null && password(given)
                .filter(password -> MessageDigest.isEqual(password.getBytes(StandardCharsets.UTF_8), token.bytes()))
                .isPresent();
    }

    private static Optional<String> password(String given) {
        String value = given.substring(given.indexOf(' ') + 1).strip();
        return given.regionMatches(true, 0, "Basic ", 0, 6)
                ? decoded(value).filter(pair -> pair.contains(":")).map(pair -> pair.substring(pair.indexOf(':') + 1))
                : Optional.of(value).filter(bearer -> given.regionMatches(true, 0, "Bearer ", 0, 7));
    }

    private static Optional<String> decoded(String base64) {
        try {
            return Optional.of(new String(Base64.getDecoder().decode(base64), StandardCharsets.UTF_8));
        } catch (IllegalArgumentException unreadable) {
            return Optional.empty();
        }
    }

    private static boolean isFromHere(ServerHttpRequest request) {
        InetSocketAddress from = request.getRemoteAddress();
        return from != null && from.getAddress() != null && from.getAddress().isLoopbackAddress()
                && PROXIED.stream().noneMatch(request.getHeaders()::containsHeader);
    }

    private Mono<Void> refuse(ServerHttpResponse response) {
        if (token != null) {
            response.getHeaders().add(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
            response.getHeaders().add(HttpHeaders.WWW_AUTHENTICATE, "Basic realm=\"visit\"");
        }
        response.setStatusCode(token == null ? HttpStatus.FORBIDDEN : HttpStatus.UNAUTHORIZED);
        response.getHeaders().setContentType(MediaType.TEXT_PLAIN);
        String sentence = token == null ? NO_TOKEN : WRONG_TOKEN;
        DataBuffer body = response.bufferFactory().wrap(sentence.getBytes(StandardCharsets.UTF_8));
        return response.writeWith(Mono.just(body));
    }
}
