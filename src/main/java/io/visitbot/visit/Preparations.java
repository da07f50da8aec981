package io.visitbot.visit;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;

import io.visitbot.platform.Failure;

/**
 * Makes a visit's links while its form is being filled, so that they are there on submit. What is prepared stays in this
 * process and is forgotten soon; whoever finds nothing asks the engine again with the same subject. Whether the visit
 * still stands is always asked of the store, so that links prepared for one that was called off are never used.
 */
public final class Preparations {

    private static final Logger log = LoggerFactory.getLogger(Preparations.class);
    private static final int MOST = 1_000;

    private final MeetingEngine engine;
    private final Clock clock;
    private final VisitSettings settings;
    private final Cache<String, Prepared> prepared;

    Preparations(MeetingEngine engine, Clock clock, VisitSettings settings) {
        this.engine = engine;
        this.clock = clock;
        this.settings = settings;
        this.prepared = Caffeine.newBuilder().maximumSize(MOST).expireAfterWrite(settings.linkLife()).build();
    }

    /** Begins, and does not wait. Trouble is no matter: the visit will ask again. */
    public void begin(Draft draft) {
        if (settings.prepare()) {
            Instant until = clock.instant().plus(settings.linkLife());
            Mono<MeetingEngine.Opened> opening = engine
                    .open(new MeetingEngine.Order(draft.subject(), until, List.of(), List.of())).cache();
            prepared.put(draft.subject(), new Prepared(until, opening));
            opening.subscribe(opened -> {
            }, error -> log.info("preparing failed: {}", Failure.words(error)));
        }
    }

    /** What was prepared for a room, or empty where nothing was, or it came to nothing. */
    Mono<Prepared> take(String subject) {
        return Mono.justOrEmpty(Optional.ofNullable(prepared.getIfPresent(subject)))
                .filterWhen(found -> found.opening().hasElement().onErrorReturn(false));
    }

    void forget(String subject) {
        prepared.invalidate(subject);
    }

    /** Links that are being made, or are there. */
    record Prepared(Instant until, Mono<MeetingEngine.Opened> opening) {

        /** Whether they serve a visit as they are: nothing asked that they lack, and most of their life left. */
        boolean serve(Visit visit, Duration life, Instant now) {
            Duration left = Duration.between(now, until);
            return visit.devices().isEmpty() && visit.life().equals(life)
                    && left.compareTo(life.multipliedBy(4).dividedBy(5)) >= 0;
        }
    }
}
