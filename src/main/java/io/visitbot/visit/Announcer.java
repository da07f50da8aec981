package io.visitbot.visit;

import reactor.core.publisher.Mono;

/** Says in the chat what became of a visit. Each verb is safe to repeat: what stands there already is not said again. */
public interface Announcer {

    /** The links are there. */
    Mono<Void> ready(Visit visit);

    /** The links take long; {@code why} completes the sentence "Still waiting: …", an empty reference is left out. */
    Mono<Void> waiting(Visit visit, String why, String reference);

    /** The links could not be made in time. */
    Mono<Void> failed(Visit visit, String reference);

    /** How a text message stands now. */
    Mono<Void> text(Visit visit, Text text);
}
