package io.visitbot.platform;

import java.time.Duration;
import java.util.Set;
import java.util.random.RandomGenerator;

import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import org.springframework.http.HttpMethod;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.util.retry.Retry;

/**
 * When a call to a service is repeated. A refusal for being too many (429, 423) is repeated after the time the service
 * names (the {@link Gate} waits), where that is short enough; trouble on the way only for safe verbs, or where nothing can have
 * happened yet. Anything longer is left to durable work.
 *
 * @param attempts how often a call is made at most
 * @param first the first pause after trouble, doubled each time, half of it at random
 * @param patience the longest pause that a call waits by itself
 * @param random what the random half is drawn from
 */
public record RetryPolicy(int attempts, Duration first, Duration patience, Scheduler scheduler,
        RandomGenerator random) {

    private static final Set<HttpMethod> SAFE = Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.PUT,
            HttpMethod.DELETE);
    private static final Duration WITHOUT_HEADER = Duration.ofSeconds(15);
    private static final Duration LEAST = Duration.ofSeconds(1);
    private static final Duration MOST = Duration.ofHours(1);

    public static RetryPolicy interactive(Scheduler scheduler, RandomGenerator random) {
        return new RetryPolicy(3, Duration.ofMillis(250), Duration.ofSeconds(5), scheduler, random);
    }

    /** The pause that a {@code Retry-After} header asks for: seconds, 1 to 3600; 15 where it is absent or unreadable. */
    public static Duration retryAfter(@Nullable String header) {
        if (header == null || !header.strip().matches("\\d{1,9}")) {
            return WITHOUT_HEADER;
        }
        Duration asked = Duration.ofSeconds(Long.parseLong(header.strip()));
        return asked.compareTo(LEAST) < 0 ? LEAST : asked.compareTo(MOST) > 0 ? MOST : asked;
    }

    Retry forVerb(HttpMethod verb) {
        return new Retry() {
            @Override
            public Publisher<?> generateCompanion(Flux<RetrySignal> failures) {
                return failures.map(RetrySignal::copy).concatMap(failure -> pause(verb, failure));
            }
        };
    }

    private Mono<Long> pause(HttpMethod verb, Retry.RetrySignal signal) {
        if (signal.failure() instanceof ApiException failure && signal.totalRetries() < attempts - 1
                && repeatable(verb, failure)) {
            Duration pause = failure.retryAfter().orElseGet(() -> backOff(signal.totalRetries()));
            if (pause.compareTo(patience) <= 0) {
                return Gate.asksForPause(failure) ? Mono.just(0L) : Mono.delay(pause, scheduler);
            }
        }
        return Mono.error(signal.failure());
    }

    private static boolean repeatable(HttpMethod verb, ApiException failure) {
        return switch (failure.kind()) {
            case LIMITED -> true;
            case UNAVAILABLE -> SAFE.contains(verb) || !failure.mayHaveBeenProcessed();
            case REFUSED, MISCONFIGURED, GONE, UNREADABLE -> false;
        };
    }

    private Duration backOff(long retries) {
        long full = first.toMillis() << Math.min(retries, 10);
        return Duration.ofMillis(full / 2 + random.nextLong(full / 2 + 1));
    }
}
