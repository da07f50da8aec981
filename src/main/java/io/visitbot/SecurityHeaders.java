package io.visitbot;

import org.springframework.http.HttpHeaders;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/** What every answer carries: it loads nothing, is framed by nobody, kept by nobody. A page that needs more says so itself. */
final class SecurityHeaders implements WebFilter {

    private static final String NOTHING = "default-src 'none'; base-uri 'none'; form-action 'none'; "
            + "frame-ancestors 'none'";
    private static final String NO_DEVICES = "camera=(), microphone=(), display-capture=(), geolocation=(), "
            + "payment=(), usb=(), serial=(), bluetooth=(), midi=(), publickey-credentials-get=()";
    private static final String TWO_YEARS = "max-age=63072000";

    private final boolean https;

    SecurityHeaders(boolean https) {
        this.https = https;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        HttpHeaders headers = exchange.getResponse().getHeaders();
        headers.set("Content-Security-Policy", NOTHING);
        headers.set("Permissions-Policy", NO_DEVICES);
        headers.set("Referrer-Policy", "no-referrer");
        headers.set("X-Content-Type-Options", "nosniff");
        headers.set("X-Frame-Options", "DENY");
        headers.set("Cross-Origin-Opener-Policy", "same-origin");
        headers.set("Cross-Origin-Resource-Policy", "same-origin");
        headers.set(HttpHeaders.CACHE_CONTROL, "no-store");
        if (https) {
            headers.set("Strict-Transport-Security", TWO_YEARS);
        }
        return chain.filter(exchange);
    }
}
