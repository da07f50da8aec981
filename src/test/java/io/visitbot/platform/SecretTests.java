package io.visitbot.platform;

import java.nio.charset.StandardCharsets;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class SecretTests {

    private final Secret secret = new Secret("s3crét");

    @Test
    void printsNothingOfItself() {
        assertThat(secret).hasToString("****");
        assertThat("of " + new Holder(secret, "bot")).isEqualTo("of Holder[token=****, name=bot]");
        assertThat(String.format("%s", secret)).isEqualTo("****");
    }

    @Test
    void isItsValue() {
        assertThat(secret.value()).isEqualTo("s3crét");
        assertThat(secret.bytes()).isEqualTo("s3crét".getBytes(StandardCharsets.UTF_8));
        assertThat(secret).isEqualTo(new Secret("s3crét")).isNotEqualTo(new Secret("other"));
    }

    private record Holder(Secret token, String name) {
    }
}
