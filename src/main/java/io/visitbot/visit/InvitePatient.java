package io.visitbot.visit;

import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import io.visitbot.platform.Ids;
import io.visitbot.platform.PhoneNumber;
import io.visitbot.platform.PhoneNumbers;

/** Decides whether a patient is written to, and writes the message down before anything is sent. */
public final class InvitePatient {

    /** Twilio's number for a recipient who replied STOP. */
    public static final int OPTED_OUT = 21610;
    /** Twilio's number for a recipient that is no mobile phone. */
    public static final int NO_MOBILE = 21614;

    private final Texts texts;
    private final TextComposer composer;
    private final PatientMessenger messenger;
    private final PhoneNumbers numbers;
    private final Ids ids;
    private final Clock clock;
    private final Limits limits;

    InvitePatient(Texts texts, TextComposer composer, PatientMessenger messenger, PhoneNumbers numbers, Ids ids,
            Clock clock, Limits limits) {
        this.texts = texts;
        this.composer = composer;
        this.messenger = messenger;
        this.numbers = numbers;
        this.ids = ids;
        this.clock = clock;
        this.limits = limits;
    }

    public boolean isPossible() {
        return messenger.isConfigured();
    }

    /** The limit for which a message to a number that somebody entered would be refused, if any; it counts as a refusal. */
    public Optional<Limit> objectsTo(PhoneNumber entered) {
        Optional<Limit> limit = limit(numbers.reach(entered));
        limit.ifPresent(limits::refused);
        return limit;
    }

    private static Optional<Limit> limit(PhoneNumbers.Reach reach) {
        return switch (reach) {
            case COSTLY -> Optional.of(Limit.COSTLY);
            case ELSEWHERE -> Optional.of(Limit.REGION);
            case OPEN, LANDLINE -> Optional.empty();
        };
    }

    /** Plans the message that was asked for together with the visit; does nothing a second time. */
    Mono<Void> atStart(Visit visit) {
        PhoneNumber phone = visit.phone();
        return phone == null || !visit.sendText() || !isPossible()
                ? Mono.empty()
                : invitation(visit, phone, 0, ids.nonce())
                        .flatMap(text -> planOrNote(text, Actor.of(visit.requester()))).then();
    }

    /**
     * Plans a first message to this number, or gives the one that was planned before. Empty where the visit has no links; a
     * {@link LimitReachedException} where it is one too many.
     */
    public Mono<Text> invite(Visit visit, PhoneNumber to, String id, Actor by) {
        return invitation(visit, to, 0, id).flatMap(text -> plan(text, by));
    }

    /** Plans one more message to everybody who was written to, or to the visit's own number. {@code request} makes it one, however often it is asked. */
    public Flux<Text> again(Visit visit, String request, Actor by) {
        return invites(visit.id()).flatMapMany(sent -> Flux.fromIterable(recipients(visit, sent)).index()
                .concatMap(to -> again(visit, to.getT2(), sent, request + ":" + to.getT1(), by)));
    }

    /** Plans word to everybody who may have been asked to join that the visit is off. */
    Flux<Text> tellCancelled(Visit visit, Actor by) {
        return invites(visit.id()).flatMapMany(Flux::fromIterable).filter(InvitePatient::mayHaveArrived).map(Text::to)
                .filter(to -> !to.isRemoved()).distinct()
                .concatMap(to -> planFreely(
                        text(visit, to, Text.Purpose.CANCELLED, 0, composer.cancelled(visit), ids.nonce()), by));
    }

    private Mono<Text> again(Visit visit, PhoneNumber to, List<Text> sent, String id, Actor by) {
        int round = (int) sent.stream().filter(text -> text.to().equals(to)).count();
        return texts.find(id).switchIfEmpty(invitation(visit, to, round, id).flatMap(text -> planOrNote(text, by)));
    }

    /** The invitation to be written down; empty where the visit has no links. */
    private Mono<Text> invitation(Visit visit, PhoneNumber to, int round, String id) {
        return Mono.just(visit.state()).ofType(Visit.State.Ready.class).map(ready -> text(visit, to,
                Text.Purpose.INVITE, round, composer.invite(visit, ready.meeting().guestLink()), id));
    }

    private Text text(Visit visit, PhoneNumber to, Text.Purpose purpose, int round, String body, String id) {
        Instant now = clock.instant();
        return new Text(id, visit.id(), to, purpose, round, body, TextStatus.PLANNED, null, 0, now, now);
    }

    private Mono<Text> plan(Text text, Actor by) {
        return sendable(text, () -> texts.planFor(by, text, limits.texts(), sending(text)), by)
                .doOnError(LimitReachedException.class, over -> limits.refused(over.limit()));
    }

    /** One too many is written down all the same, so that the thread hears of it. */
    private Mono<Text> planOrNote(Text text, Actor by) {
        return plan(text, by).onErrorResume(LimitReachedException.class,
                over -> note(text.refused(over.limit(), over.again()), by));
    }

    /** Word that a visit is off is never one too many. */
    private Mono<Text> planFreely(Text text, Actor by) {
        return sendable(text, () -> texts.plan(by, text, sending(text)), by);
    }

    private Mono<Text> sendable(Text text, Supplier<Mono<Text>> plan, Actor by) {
        return texts.hasOptedOut(text.to()).flatMap(out -> out
                ? note(text.with(TextStatus.FAILED, null, OPTED_OUT, text.plannedAt()), by)
                : reachable(text, plan, by));
    }

    private Mono<Text> reachable(Text text, Supplier<Mono<Text>> plan, Actor by) {
        PhoneNumbers.Reach reach = numbers.reach(text.to());
        return reach == PhoneNumbers.Reach.LANDLINE
                ? note(text.with(TextStatus.FAILED, null, NO_MOBILE, text.plannedAt()), by)
                : limit(reach).filter(limit -> isAgainst(limit, text)).map(limit -> refused(text, limit, by))
                        .orElseGet(plan);
    }

    /** Who was asked to join, before the regions were others, is told all the same that the visit is off. */
    private static boolean isAgainst(Limit limit, Text text) {
        return limit != Limit.REGION || text.purpose() != Text.Purpose.CANCELLED;
    }

    private Mono<Text> refused(Text text, Limit limit, Actor by) {
        limits.refused(limit);
        return note(text.refused(limit, null), by);
    }

    private Mono<Text> note(Text failed, Actor by) {
        return texts.plan(by, failed, PlannedJob.of(Job.Kind.REPORT, failed.id(), failed.plannedAt()));
    }

    private static PlannedJob sending(Text text) {
        return PlannedJob.of(Job.Kind.TEXT, text.id(), text.plannedAt());
    }

    private Mono<List<Text>> invites(String visit) {
        return texts.of(visit).filter(text -> text.purpose() == Text.Purpose.INVITE)
                .sort(Comparator.comparing(Text::plannedAt)).collectList();
    }

    private static List<PhoneNumber> recipients(Visit visit, List<Text> sent) {
        Stream<PhoneNumber> all = sent.isEmpty() ? Stream.ofNullable(visit.phone()) : sent.stream().map(Text::to);
        return all.filter(to -> !to.isRemoved()).distinct().toList();
    }

    private static boolean mayHaveArrived(Text text) {
        return switch (text.status()) {
            case SENDING, QUEUED, SENT, DELIVERED, UNKNOWN -> true;
            case PLANNED, UNDELIVERED, FAILED, CANCELLED -> false;
        };
    }
}
