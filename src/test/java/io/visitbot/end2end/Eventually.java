package io.visitbot.end2end;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

import reactor.core.publisher.Mono;

/** Looks again and again until something is so, or fails saying what never came. */
final class Eventually {

    private static final Duration PAUSE = Duration.ofMillis(50);
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private Eventually() {
    }

    static void holds(String what, BooleanSupplier condition) {
        holds(what, PATIENCE, condition);
    }

    static void holds(String what, Duration patience, BooleanSupplier condition) {
        find(what, patience, () -> condition.getAsBoolean() ? Optional.of(true) : Optional.empty());
    }

    static <T> T find(String what, Supplier<Optional<T>> look) {
        return find(what, PATIENCE, look);
    }

    /** Passes when the assertions do; else fails with the last of their failures. */
    static void passes(String what, Runnable assertions) {
        passes(what, PATIENCE, assertions);
    }

    static void passes(String what, Duration patience, Runnable assertions) {
        AtomicReference<AssertionError> last = new AtomicReference<>(new AssertionError("never looked"));
        try {
            holds(what, patience, () -> passesNow(assertions, last));
        } catch (AssertionError never) {
            throw new AssertionError(never.getMessage(), last.get());
        }
    }

    private static boolean passesNow(Runnable assertions, AtomicReference<AssertionError> last) {
        try {
            assertions.run();
            return true;
        } catch (AssertionError failure) {
            last.set(failure);
            return false;
        }
    }

    private static <T> T find(String what, Duration patience, Supplier<Optional<T>> look) {
        Optional<T> found = Mono.fromSupplier(look).filter(Optional::isPresent)
                .repeatWhenEmpty(Integer.MAX_VALUE, rounds -> rounds.delayElements(PAUSE)).timeout(patience)
                .onErrorResume(TimeoutException.class, _ -> Mono.just(Optional.empty())).block();
        return Optional.ofNullable(found).flatMap(value -> value)
                .orElseThrow(() -> new AssertionError("not within " + patience.toSeconds() + " s: " + what));
    }
}
