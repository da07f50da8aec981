package io.visitbot.platform;

import java.util.function.Consumer;

/**
 * Tells every running instance on the same store, this one included, that something has changed. What is said while
 * nobody listens is lost, so it hastens what the store holds and never replaces it.
 */
public interface Broadcast {

    /** A topic that is told to its own instance only, without words: something may have been said that was not heard here. */
    String MISSED = "missed";

    /**
     * Tells everybody, in no particular order; returns at once and never fails.
     *
     * @param topic what it is about, lower-case letters and hyphens, up to 40
     * @param words up to 4,000 bytes; nothing personal and no secret
     */
    void send(String topic, String words);

    /** Has {@code hearer} told everything about a topic; it must not block. */
    void listen(String topic, Consumer<String> hearer);
}
