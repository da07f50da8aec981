package io.visitbot.cards;

import java.util.Optional;

/** What became of one thing that somebody entered. */
public sealed interface Field<T> {

    /** It can be used. */
    record Good<T>(T value) implements Field<T> {
    }

    /** It can't; {@code sentence} says why and what to enter instead, and holds no phone number. */
    record Bad<T>(String sentence) implements Field<T> {
    }

    default Optional<T> found() {
        return this instanceof Good<T>(T value) ? Optional.of(value) : Optional.empty();
    }

    default Optional<String> problem() {
        return this instanceof Bad<T>(String sentence) ? Optional.of(sentence) : Optional.empty();
    }
}
