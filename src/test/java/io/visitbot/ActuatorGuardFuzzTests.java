package io.visitbot;

import org.junit.jupiter.api.Test;
import org.quicktheories.core.Gen;
import org.springframework.http.HttpHeaders;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;
import org.springframework.mock.web.server.MockServerWebExchange;
import reactor.core.publisher.Mono;

import io.visitbot.platform.Generated;
import io.visitbot.platform.Secret;

import static org.assertj.core.api.Assertions.assertThat;

class ActuatorGuardFuzzTests {

    private static final Gen<String> TOKENS = Generated.text("Bearer ", "Basic ", "basic", " ", ":", "=", "YTpi",
            "a-token-of-some-lengt", "Digest ", ",", "\u0000");

    private final ActuatorGuard guard = new ActuatorGuard(new Secret("a-token-of-some-length"), false);

    @Test
    void noOtherTokenOpensAnything() {
        Generated.each(TOKENS, token -> {
            MockServerWebExchange exchange = MockServerWebExchange.from(
                    MockServerHttpRequest.get("/actuator/prometheus").header(HttpHeaders.AUTHORIZATION, token));
            guard.filter(exchange, _ -> Mono.error(new AssertionError("opened"))).block();
            assertThat(exchange.getResponse().getStatusCode()).isNotNull()
                    .satisfies(status -> assertThat(status.value()).isEqualTo(401));
        });
    }
}
