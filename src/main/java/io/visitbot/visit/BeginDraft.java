package io.visitbot.visit;

import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;

import reactor.core.publisher.Mono;

import io.visitbot.platform.Ids;
import io.visitbot.platform.PhoneNumber;

/** Opens a form: writes its draft down before it is shown, and begins to make the links meanwhile. */
public final class BeginDraft {

    /** How many unused forms one person may have. */
    public static final int MOST_OPEN = 10;
    /** How long an unused form counts. */
    public static final Duration OPEN_FOR = Duration.ofHours(1);

    private final Drafts drafts;
    private final Preparations preparations;
    private final Ids ids;
    private final Clock clock;

    BeginDraft(Drafts drafts, Preparations preparations, Ids ids, Clock clock) {
        this.drafts = drafts;
        this.preparations = preparations;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * The draft, stored; the same request gets the same one. Empty where the person has too many open ones.
     *
     * @param allowed fails where there may be no new one
     */
    public Mono<Draft> begin(String request, Place place, Requester requester, String label, Mono<Void> allowed) {
        return drafts.findByRequest(request)
                .switchIfEmpty(allowed.then(Mono.defer(() -> fresh(request, place, requester, label))))
                .doOnNext(preparations::begin);
    }

    private Mono<Draft> fresh(String request, Place place, Requester requester, String label) {
        return drafts.open(requester.person(), clock.instant().minus(OPEN_FOR)).filter(open -> open < MOST_OPEN)
                .map(_ -> new Draft(ids.nonce(), ids.subject(), place, requester, label,
                        clock.instant().truncatedTo(ChronoUnit.MILLIS), null, null))
                .flatMap(draft -> drafts.add(draft, request));
    }

    /** Notes where the form stands. */
    public Mono<Void> shown(Draft draft, String message) {
        return drafts.shown(draft.nonce(), message);
    }

    /** Keeps the number that was put into the form. */
    public Mono<Draft> keepPhone(Draft draft, PhoneNumber phone) {
        return drafts.keepPhone(draft.nonce(), phone).thenReturn(draft.with(phone));
    }

    public Mono<Draft> find(String nonce) {
        return drafts.find(nonce);
    }

    /** The draft of a form that stands, or stood, at this message. */
    public Mono<Draft> findByMessage(String message) {
        return drafts.findByMessage(message);
    }
}
