package io.visitbot.webex;

import java.util.Optional;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * Who the bot is: asked of Webex once, and again only where the answer was an error. A bot stays who it is for as long as its
 * token belongs to it, so every instance may remember this for good.
 */
public final class Me {

    private final Mono<Person> person;
    private volatile @Nullable Person known;

    public Me(WebexApi webex) {
        this.person = Mono.defer(webex::me).doOnNext(answer -> known = answer).cacheInvalidateIf(_ -> false);
    }

    /** The bot itself. */
    public Mono<Person> person() {
        return person;
    }

    /** The bot itself, where it has been asked for before. */
    public Optional<Person> known() {
        return Optional.ofNullable(known);
    }
}
