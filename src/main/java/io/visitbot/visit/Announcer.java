package io.visitbot.visit;

import reactor.core.publisher.Mono;

/** Says in the chat what became of a visit. Each verb is safe to repeat: what stands there already is not said again. */
public interface Announcer {

    /** The links are there. */
    Mono<Void> ready(Visit visit);

    /** The links take long; an empty reference is left out. What says less than what stands there changes nothing. */
    Mono<Void> waiting(Visit visit, Delay why, String reference);

    /** The links could not be made in time. */
    Mono<Void> failed(Visit visit, String reference);

    /** How a text message stands now. */
    Mono<Void> text(Visit visit, Text text);

    /**
     * Shows the links of a visit once more, where somebody asks for them; never kept from being repeated.
     *
     * @param heading what stands above them, markdown
     * @param asHost whether the one who reads it may have the ordinary host link
     */
    Mono<Void> show(Visit visit, Place where, String heading, boolean asHost);
}
