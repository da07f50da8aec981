package io.visitbot.bot;

import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import io.visitbot.platform.ApiException;
import io.visitbot.platform.Ids;

import static org.assertj.core.api.Assertions.assertThat;

@ExtendWith(OutputCaptureExtension.class)
class FailuresTests {

    private final Failures failures = new Failures(new Ids(new Random(1)));

    @Test
    void saysARefusalAsItIs() {
        assertThat(failures.inWords(new Refusal("Which visit?"))).isEqualTo("Which visit?");
    }

    @ParameterizedTest
    @EnumSource(ApiException.Kind.class)
    void namesTheServiceTheNextStepAndAReference(ApiException.Kind kind) {
        String words = failures.inWords(ApiException.of("instant-connect", kind).status(503).reference("TRACK_1")
                .reason("+12025550142 is secret").build());
        assertThat(words).startsWith("Instant Connect ").containsPattern("reference: R-[2-9A-Z]{6}\\.")
                .doesNotContain("503", "Exception", "2025550142");
        assertThat(words.split("\\. ")).hasSizeGreaterThanOrEqualTo(2);
    }

    @Test
    void hidesWhatIsOurOwnFault(CapturedOutput log) {
        assertThat(failures.inWords(new IllegalStateException("table visits: column phone +12025550142")))
                .startsWith("Something went wrong on my side. Please try again.").contains("reference: R-")
                .doesNotContain("table", "2025550142", "Exception");
        assertThat(log).contains("a request failed", "IllegalStateException", "FailuresTests.hidesWhatIsOurOwnFault")
                .doesNotContain("2025550142");
    }
}
