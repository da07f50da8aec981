package io.visitbot.visit;

import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
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

    InvitePatient(Texts texts, TextComposer composer, PatientMessenger messenger, PhoneNumbers numbers, Ids ids,
            Clock clock) {
        this.texts = texts;
        this.composer = composer;
        this.messenger = messenger;
        this.numbers = numbers;
        this.ids = ids;
        this.clock = clock;
    }

    public boolean isPossible() {
        return messenger.isConfigured();
    }

    /** Plans the message that was asked for together with the visit; does nothing a second time. */
    Mono<Void> atStart(Visit visit) {
        PhoneNumber phone = visit.phone();
        return phone == null || !visit.sendText() || !isPossible()
                ? Mono.empty()
                : invite(visit, phone, ids.nonce()).then();
    }

    /** Plans a first message to this number, or gives the one that was planned before. Empty where the visit has no links. */
    public Mono<Text> invite(Visit visit, PhoneNumber to, String id) {
        return planned(visit, to, 0, id);
    }

    /** Plans one more message to everybody who was written to, or to the visit's own number. {@code request} makes it one, however often it is asked. */
    public Flux<Text> again(Visit visit, String request) {
        return invites(visit.id()).flatMapMany(sent -> Flux.fromIterable(recipients(visit, sent)).index()
                .concatMap(to -> again(visit, to.getT2(), sent, request + ":" + to.getT1())));
    }

    /** Plans word to everybody who may have been asked to join that the visit is off. */
    Flux<Text> tellCancelled(Visit visit) {
        return invites(visit.id()).flatMapMany(Flux::fromIterable).filter(InvitePatient::mayHaveArrived).map(Text::to)
                .filter(to -> !to.isRemoved()).distinct()
                .concatMap(to -> plan(visit, to, Text.Purpose.CANCELLED, 0, composer.cancelled(visit), ids.nonce()));
    }

    private Mono<Text> again(Visit visit, PhoneNumber to, List<Text> sent, String id) {
        int round = (int) sent.stream().filter(text -> text.to().equals(to)).count();
        return texts.find(id).switchIfEmpty(Mono.defer(() -> planned(visit, to, round, id)));
    }

    private Mono<Text> planned(Visit visit, PhoneNumber to, int round, String id) {
        return visit.state() instanceof Visit.State.Ready ready
                ? plan(visit, to, Text.Purpose.INVITE, round, composer.invite(visit, ready.meeting().guestLink()), id)
                : Mono.empty();
    }

    private Mono<Text> plan(Visit visit, PhoneNumber to, Text.Purpose purpose, int round, String body, String id) {
        Instant now = clock.instant();
        Text text = new Text(id, visit.id(), to, purpose, round, body, TextStatus.PLANNED, null, 0, now, now);
        return texts.hasOptedOut(to).flatMap(out -> out
                ? refused(text, OPTED_OUT)
                : numbers.isLandline(to)
                        ? refused(text, NO_MOBILE)
                        : texts.plan(text, PlannedJob.of(Job.Kind.TEXT, id, now)));
    }

    private Mono<Text> refused(Text text, int code) {
        return texts.plan(text.with(TextStatus.FAILED, null, code, text.plannedAt()),
                PlannedJob.of(Job.Kind.REPORT, text.id(), text.plannedAt()));
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
