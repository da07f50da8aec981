package io.visitbot.platform;

import java.util.Optional;

import reactor.core.publisher.Mono;

/**
 * One thing that can be wrong with an installation, and its cure. Each package contributes its own; the {@code check}
 * command and the health page read the same ones.
 */
public interface Check {

    /** What is checked, in one or two words: {@code Webex token}. */
    String name();

    /** Looks. Never fails: trouble is a result. */
    Mono<Result> run();

    /**
     * What is known without asking anybody, so that health can show it as often as it likes; empty where that is nothing.
     * Readiness does not look at it: what arrives can still be kept.
     */
    default Optional<Result> glance() {
        return Optional.empty();
    }

    /** Whether the process can't do its work while this fails, so that readiness shows it. */
    default boolean local() {
        return false;
    }

    /** What was found: {@code finding} is a short sentence, {@code cure} what to do, empty where nothing is. */
    record Result(State state, String finding, String cure) {

        public static Result ok(String finding) {
            return new Result(State.OK, finding, "");
        }

        public static Result off(String finding, String cure) {
            return new Result(State.OFF, finding, cure);
        }

        public static Result wrong(String finding, String cure) {
            return new Result(State.WRONG, finding, cure);
        }
    }

    /** {@code OFF}: not set up, and nothing is wrong with that. */
    enum State {
        OK, OFF, WRONG
    }
}
