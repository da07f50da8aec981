package io.visitbot;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Base64;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;
import org.springframework.mock.web.server.MockServerWebExchange;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

import io.visitbot.platform.Secret;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

class ActuatorGuardTests {

    private static final String TOKEN = "a-token-of-some-length";
    private static final InetSocketAddress HERE = new InetSocketAddress(InetAddress.getLoopbackAddress(),
            40000);
    private static final InetSocketAddress AWAY = new InetSocketAddress(InetAddress.ofLiteral("192.0.2.7"),
            40000);

    private final ActuatorGuard guard = new ActuatorGuard(new Secret(TOKEN), false);

    @ParameterizedTest
    @ValueSource(strings = {"/actuator", "/actuator/prometheus", "/actuator/reload", "/actuator/anything/else",
            "/actuator;a=b/prometheus", "/%61ctuator/prometheus", "/actuator/prometheus;/actuator/health",
            "/actuator/healthy"})
    void closesEverythingButHealthEvenToThisMachine(String path) {
        MockServerWebExchange exchange = ask(guard, path, null, HERE);

        assertThat(exchange.getResponse().getStatusCode()).isEqualTo(HttpStatus.UNAUTHORIZED);
        assertThat(exchange.getResponse().getHeaders().get(HttpHeaders.WWW_AUTHENTICATE)).containsExactly("Bearer",
                "Basic realm=\"visit\"");
        assertThat(body(exchange)).isEqualTo(ActuatorGuard.WRONG_TOKEN);
    }

    @Test
    void saysWhatToSetWhereNobodyMayLook() {
        MockServerWebExchange exchange = ask(new ActuatorGuard(null, false), "/actuator/prometheus", "Bearer null",
                HERE);

        assertThat(exchange.getResponse().getStatusCode()).isEqualTo(HttpStatus.FORBIDDEN);
        assertThat(body(exchange)).contains("VISIT_ADMIN_TOKEN").doesNotContain("\n");
    }

    @Test
    void opensToTheToken() {
        assertThat(passed(ask(guard, "/actuator/prometheus", "Bearer " + TOKEN, AWAY)))
                .isEqualTo("/actuator/prometheus");
        assertThat(passed(ask(guard, "/actuator/prometheus", "bearer " + TOKEN, AWAY)))
                .isEqualTo("/actuator/prometheus");
        assertThat(passed(ask(guard, "/actuator/reload", basic("anybody:" + TOKEN), AWAY)))
                .isEqualTo("/actuator/reload");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Bearer a-token-of-some-lengtH", "Bearer", "Bearer ", TOKEN, "Basic " + TOKEN, "Basic !!",
            "Digest " + TOKEN, "", "Bearer  a-token-of-some-length x"})
    void staysClosedToAnythingElse(String authorization) {
        assertThat(ask(guard, "/actuator/prometheus", authorization, HERE).getResponse().getStatusCode())
                .isEqualTo(HttpStatus.UNAUTHORIZED);
    }

    @Test
    void staysClosedToATokenWithoutAUser() {
        assertThat(ask(guard, "/actuator", basic(TOKEN), HERE).getResponse().getStatusCode())
                .isEqualTo(HttpStatus.UNAUTHORIZED);
    }

    @ParameterizedTest
    @CsvSource({"/actuator/health,/actuator/health/status", "/actuator/health/liveness,/actuator/health/liveness",
            "/actuator/health/readiness,/actuator/health/readiness-status"})
    void showsHealthToEverybodyAndDetailsToThisMachineAlone(String path, String brief) {
        assertThat(passed(ask(guard, path, null, HERE))).isEqualTo(path);
        assertThat(passed(ask(guard, path, null, AWAY))).isEqualTo(brief);
        assertThat(passed(ask(guard, path, "Bearer " + TOKEN, AWAY))).isEqualTo(path);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/actuator/health/visit", "/actuator/health/visit/Database", "/actuator/health/",
            "/actuator/health;a=b", "/actuator/health/status"})
    void showsStrangersNoPartOfHealth(String path) {
        assertThat(ask(guard, path, null, AWAY).getResponse().getStatusCode()).isEqualTo(HttpStatus.UNAUTHORIZED);
    }

    @ParameterizedTest
    @CsvSource({"Forwarded,for=192.0.2.7", "X-Forwarded-For,192.0.2.7", "x-forwarded-proto,https", "Via,1.1 proxy"})
    void showsNoDetailsThroughAProxy(String header, String value) {
        MockServerWebExchange exchange = exchange(MockServerHttpRequest.get("/actuator/health").remoteAddress(HERE)
                .header(header, value));

        assertThat(passed(sent(guard, exchange))).isEqualTo("/actuator/health/status");
    }

    @Test
    void standsInNobodysWayElsewhere() {
        assertThat(passed(ask(guard, "/webhooks/webex", null, AWAY))).isEqualTo("/webhooks/webex");
    }

    @Test
    void isOpenInTheSandbox() {
        assertThat(passed(ask(new ActuatorGuard(null, true), "/actuator/prometheus", null, HERE)))
                .isEqualTo("/actuator/prometheus");
    }

    private static MockServerWebExchange ask(ActuatorGuard guard, String path, @Nullable String authorization,
            InetSocketAddress from) {
        MockServerHttpRequest.BaseBuilder<?> request = MockServerHttpRequest
                .method(org.springframework.http.HttpMethod.GET, java.net.URI.create(path)).remoteAddress(from);
        if (authorization != null) {
            request.header(HttpHeaders.AUTHORIZATION, authorization);
        }
        return sent(guard, exchange(request));
    }

    private static MockServerWebExchange exchange(MockServerHttpRequest.BaseBuilder<?> request) {
        return MockServerWebExchange.from(request.build());
    }

    private static MockServerWebExchange sent(ActuatorGuard guard, MockServerWebExchange exchange) {
        WebFilterChain chain = passing -> Mono.fromRunnable(
                () -> exchange.getAttributes().put("passed", passing.getRequest().getPath().value()));
        Mono<Void> filtered = guard.filter(exchange, chain);
        filtered.block();
        return exchange;
    }

    private static String passed(MockServerWebExchange exchange) {
        return exchange.getAttributeOrDefault("passed", "refused");
    }

    private static String body(MockServerWebExchange exchange) {
        return String.valueOf(exchange.getResponse().getBodyAsString().block());
    }

    private static String basic(String pair) {
        return "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(UTF_8));
    }
}
