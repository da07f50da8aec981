package io.visitbot.platform;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Objects;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class FailureTests {

    @Test
    void saysWhatAndWhereAndNotWhatWasHandled() {
        assertThat(Failure.words(new IllegalStateException("+12025550142 is no number")))
                .startsWith("IllegalStateException at io.visitbot.platform.FailureTests").doesNotContain("2025550142");
    }

    @Test
    void saysOfAServiceWhatItsCallSays() {
        ApiException refusal = ApiException.of("webex", ApiException.Kind.UNAVAILABLE).status(503).reference("T_1")
                .reason("+12025550142 is secret").build();
        assertThat(Failure.words(refusal)).isEqualTo("webex UNAVAILABLE status 503 tracking T_1");
        assertThat(Failure.trace(refusal)).isNull();
    }

    @Test
    void tracesWithoutAnyMessage() {
        IllegalArgumentException cause = new IllegalArgumentException("key (phone)=(+12025550142)");
        IllegalStateException error = new IllegalStateException("insert of +12025550142", cause);

        StringWriter printed = new StringWriter();
        Objects.requireNonNull(Failure.trace(error)).printStackTrace(new PrintWriter(printed));

        assertThat(printed.toString())
                .contains("java.lang.IllegalStateException", "FailureTests.tracesWithoutAnyMessage",
                        "Caused by: ", "java.lang.IllegalArgumentException")
                .doesNotContain("2025550142");
    }

    @Test
    void endsWhereCausesGoOnAndOn() {
        IllegalStateException error = new IllegalStateException("a");
        error.initCause(new IllegalStateException("b", error));
        assertThat(Failure.trace(error)).isNotNull();
    }
}
