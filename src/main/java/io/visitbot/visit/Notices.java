package io.visitbot.visit;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** Remembers what was said in a chat about a visit, so that it is said once and can be brought up to date. */
public interface Notices {

    /** The notice, where one was begun. */
    Mono<Notice> find(String visit, String topic);

    /** Notes that it is about to be said; empty where another has noted the same. */
    Mono<Notice> begin(String visit, String topic);

    /** Notes what stands in the chat now. */
    Mono<Void> said(Notice notice);

    /** Takes a beginning back: it is known not to have been said. */
    Mono<Void> forget(String visit, String topic);

    /**
     * One thing said.
     *
     * @param topic which one among a visit's: {@code result}, {@code waiting}, {@code text:…}
     * @param message the chat's id of the message, null while it may or may not have been said
     * @param edits how often it was changed since
     * @param shown what it says, as a digest or a short state, never the text itself
     */
    record Notice(String visit, String topic, @Nullable String message, int edits, String shown) {
    }
}
