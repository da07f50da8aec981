package io.visitbot.webhook;

import java.nio.charset.StandardCharsets;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.HttpHeaders;

import io.visitbot.platform.Secret;

import static org.assertj.core.api.Assertions.assertThat;

class SignatureTests {

    private static final byte[] BODY = "{\"id\":\"wh1\",\"resource\":\"messages\",\"event\":\"created\"}"
            .getBytes(StandardCharsets.UTF_8);
    private static final String SPARK = "b075e515be9c07f3195320bc17d74f80db1d571e";
    private static final String WEBEX = "a662e156a24fb769b6ff9766d35b8517f10774951c603be28aaa5177e6462890";

    private final HttpHeaders headers = new HttpHeaders();

    @ParameterizedTest
    @ValueSource(strings = {SPARK, "B075E515BE9C07F3195320BC17D74F80DB1D571E",
            " b075e515be9c07f3195320bc17d74f80db1d571e "})
    void takesRightSignatureInAnyCase(String signature) {
        headers.set("X-Spark-Signature", signature);

        assertThat(fits()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "b075", "zz75e515be9c07f3195320bc17d74f80db1d571e", SPARK + "00",
            "b075e515be9c07f3195320bc17d74f80db1d571f"})
    void refusesWrongSignature(String signature) {
        headers.set("X-Spark-Signature", signature);

        assertThat(fits()).isFalse();
    }

    @Test
    void refusesMissingSignature() {
        headers.set("X-Webex-Signature", "sha256=" + WEBEX);

        assertThat(fits()).isFalse();
    }

    @Test
    void refusesSignatureOfOtherBytes() {
        headers.set("X-Spark-Signature", SPARK);

        assertThat(Signature.fits(headers, (new String(BODY, StandardCharsets.UTF_8) + " ").getBytes(
                StandardCharsets.UTF_8), new Secret("s3cr3t-hook"))).isFalse();
        assertThat(Signature.fits(headers, BODY, new Secret("s3cr3t-hoop"))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"sha256=" + WEBEX, "SHA-256=" + WEBEX + ", SHA-512=00", "v2 something new", ""})
    void takesNewerSignatureThatFitsOrCannotBeRead(String signature) {
        headers.set("X-Spark-Signature", SPARK);
        headers.set("X-Webex-Signature", signature);

        assertThat(fits()).isTrue();
    }

    @Test
    void refusesNewerSignatureThatDoesNotFit() {
        headers.set("X-Spark-Signature", SPARK);
        headers.set("X-Webex-Signature", "sha256=" + "0".repeat(64));

        assertThat(fits()).isFalse();
    }

    private boolean fits() {
        return Signature.fits(headers, BODY, new Secret("s3cr3t-hook"));
    }
}
