package io.visitbot.platform;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.http.HttpMethod;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;
import reactor.test.scheduler.VirtualTimeScheduler;

import static org.assertj.core.api.Assertions.assertThat;

class RetryPolicyTests {

    private final VirtualTimeScheduler time = VirtualTimeScheduler.create();
    private final RetryPolicy policy = RetryPolicy.interactive(time, new java.util.Random(1));
    private final AtomicInteger tries = new AtomicInteger();

    @ParameterizedTest
    @CsvSource(nullValues = "none", value = {"none,15", "0,1", "1,1", "' 7 ',7", "3600,3600", "3601,3600", "1.5,15",
            "999999999,3600"})
    void readsRetryAfter(@Nullable String header, long seconds) {
        assertThat(RetryPolicy.retryAfter(header)).isEqualTo(Duration.ofSeconds(seconds));
    }

    @Test
    void leavesThePauseThatAServiceAskedForToTheGate() {
        StepVerifier.create(failing(HttpMethod.POST, ApiException.of("webex", ApiException.Kind.LIMITED).status(429)
                .retryAfter(Duration.ofSeconds(5)).notProcessed().build(), 1)).expectNext(2).verifyComplete();
    }

    @Test
    void waitsExactlyAsLongAsAskedForOneThing() {
        StepVerifier.create(failing(HttpMethod.POST, ApiException.of("webex", ApiException.Kind.LIMITED).status(423)
                .retryAfter(Duration.ofSeconds(5)).notProcessed().build(), 1))
                .then(() -> time.advanceTimeBy(Duration.ofMillis(4_999)))
                .then(() -> assertThat(tries).hasValue(1))
                .then(() -> time.advanceTimeBy(Duration.ofMillis(1)))
                .expectNext(2).verifyComplete();
    }

    @Test
    void doesNotWaitBeyondItsPatience() {
        StepVerifier.create(failing(HttpMethod.GET, limited(Duration.ofSeconds(6)), 1))
                .verifyErrorMatches(ApiException.is(ApiException.Kind.LIMITED));
    }

    @Test
    void doublesPausesForSafeVerbs() {
        StepVerifier.create(failing(HttpMethod.GET, unavailable(), 2))
                .then(() -> time.advanceTimeBy(Duration.ofMillis(250)))
                .then(() -> assertThat(tries).hasValue(2))
                .then(() -> time.advanceTimeBy(Duration.ofMillis(500)))
                .expectNext(3).verifyComplete();
    }

    @Test
    void doesNotRepeatPatchThatMayHaveBeenProcessed() {
        StepVerifier.create(failing(HttpMethod.PATCH, unavailable(), 1))
                .verifyErrorMatches(ApiException.is(ApiException.Kind.UNAVAILABLE));
    }

    @Test
    void leavesOtherErrorsAlone() {
        StepVerifier.create(failing(HttpMethod.GET, new IllegalStateException(), 1))
                .verifyError(IllegalStateException.class);
    }

    private Mono<Integer> failing(HttpMethod verb, RuntimeException failure, int times) {
        return Mono.fromCallable(() -> {
            if (tries.incrementAndGet() <= times) {
                throw failure;
            }
            return tries.get();
        }).retryWhen(policy.forVerb(verb));
    }

    private static ApiException limited(Duration pause) {
        return ApiException.of("service", ApiException.Kind.LIMITED).status(429).retryAfter(pause).notProcessed()
                .build();
    }

    private static ApiException unavailable() {
        return ApiException.of("service", ApiException.Kind.UNAVAILABLE).status(503).build();
    }
}
