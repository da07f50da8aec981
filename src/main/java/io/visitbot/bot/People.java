package io.visitbot.bot;

import java.time.Duration;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import reactor.core.publisher.Mono;

import io.visitbot.platform.ApiException;
import io.visitbot.webex.Person;
import io.visitbot.webex.WebexApi;

/**
 * Knows the people who spoke lately, so that Webex is asked once. Who may use the bot is decided anew each time; a name, an
 * address or an organisation that changes at Webex, which tells nobody, is seen here half an hour later at most.
 */
final class People {

    private static final Duration FRESH = Duration.ofMinutes(30);

    private final WebexApi webex;
    private final Cache<String, Person> known = Caffeine.newBuilder().maximumSize(10_000).expireAfterWrite(FRESH)
            .build();

    People(WebexApi webex) {
        this.webex = webex;
    }

    /** Empty where Webex doesn't show the person to us. */
    Mono<Person> find(String id) {
        return Mono.justOrEmpty(known.getIfPresent(id)).switchIfEmpty(Mono.defer(() -> ask(id)));
    }

    private Mono<Person> ask(String id) {
        return webex.person(id).doOnNext(person -> known.put(id, person))
                .onErrorResume(ApiException.is(ApiException.Kind.GONE, ApiException.Kind.REFUSED), _ -> Mono.empty());
    }
}
