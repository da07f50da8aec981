package io.visitbot.audit;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

import io.visitbot.visit.Act;
import io.visitbot.visit.Act.Kind;
import io.visitbot.visit.Actor;
import io.visitbot.visit.Admission;
import io.visitbot.visit.Draft;
import io.visitbot.visit.Limit;
import io.visitbot.visit.Text;
import io.visitbot.visit.Visit;
import io.visitbot.visit.Visit.State;

/** Tells what was done from what stood before and what stands after it. Whoever keeps the change keeps these with it. */
public final class Deeds {

    private static final String UP_TO = "entries up to ";

    private Deeds() {
    }

    /** A form was opened. */
    public static List<Act> opened(Draft draft) {
        return List.of(new Act("form:" + form(draft.nonce()), Kind.FORM_OPENED, "", draft.place().space(),
                Actor.of(draft.requester()), "form " + form(draft.nonce())));
    }

    /** A visit was asked for. */
    public static List<Act> asked(Visit visit) {
        String devices = visit.devices().isEmpty() ? "" : "to ring " + String.join(" ", visit.devices());
        Act asked = act(visit, "asked", Kind.ASKED, Actor.of(visit.requester()), devices);
        return Stream.concat(Draft.nonceIn(visit.origin()).map(nonce -> submitted(visit, nonce)).stream(),
                Stream.of(asked)).toList();
    }

    /** A visit was changed, on somebody's behalf. */
    public static List<Act> changed(Visit before, Visit after, Actor by) {
        Stream<Act> step = before.state().getClass() == after.state().getClass()
                ? Stream.empty()
                : Stream.of(step(after, by));
        Actor adder = before.state() instanceof State.Opening ? Actor.of(after.requester()) : by;
        Stream<Act> added = in(after).stream().filter(email -> !in(before).contains(email))
                .map(email -> act(after, "added:" + email, Kind.COLLEAGUE_ADDED, adder, email));
        return Stream.concat(step, added).toList();
    }

    /** A text message was written down, to be sent, because somebody wants it. */
    public static List<Act> planned(Text text, String space, Actor by) {
        Kind kind = text.round() == 0 ? Kind.TEXT_ASKED : Kind.TEXT_RESEND;
        return Stream.concat(Stream.of(act(text, space, kind, by, detail(text))), fate(text, space).stream()).toList();
    }

    /** A text message stands otherwise than it did. */
    public static List<Act> changed(Text before, Text after, String space) {
        return before.status() == after.status() ? List.of() : fate(after, space).stream().toList();
    }

    /** The entries up to this number have served their time. */
    public static Act purged(long last) {
        return new Act("purged:" + last, Kind.AUDIT_PURGED, "", "", Actor.ITSELF, UP_TO + last);
    }

    /** The number of the last entry that was purged then, where the entry tells of a purge. */
    static Optional<Long> purgedBy(Entry entry) {
        return entry.event().equals(Kind.AUDIT_PURGED.word()) && entry.detail().matches(UP_TO + "\\d{1,18}")
                ? Optional.of(Long.valueOf(entry.detail().substring(UP_TO.length())))
                : Optional.empty();
    }

    private static Act submitted(Visit visit, String nonce) {
        return act(visit, "submitted", Kind.FORM_SUBMITTED, Actor.of(visit.requester()), "form " + form(nonce));
    }

    private static Act step(Visit visit, Actor by) {
        return switch (visit.state()) {
            case State.Opening _ -> act(visit, "asked", Kind.ASKED, by, "");
            case State.Ready _ -> act(visit, "made", Kind.LINKS_MADE, Actor.ITSELF,
                    "good until " + Chain.time(visit.until()));
            case State.Cancelled _ -> act(visit, "off", Kind.CALLED_OFF, by, "");
            case State.Failed failed -> act(visit, "failed", Kind.LINKS_FAILED, Actor.ITSELF,
                    "reference " + failed.reference());
        };
    }

    private static Optional<Act> fate(Text text, String space) {
        return switch (text.status()) {
            case PLANNED, SENDING -> Optional.empty();
            case QUEUED, SENT -> Optional.of(act(text, space, Kind.TEXT_SENT, Actor.ITSELF, detail(text)));
            case DELIVERED -> Optional.of(act(text, space, Kind.TEXT_DELIVERED, Actor.ITSELF, detail(text)));
            case UNDELIVERED, FAILED -> Optional.of(act(text, space, Kind.TEXT_FAILED, Actor.ITSELF,
                    detail(text) + reason(text.errorCode())));
            case CANCELLED -> Optional.of(act(text, space, Kind.TEXT_TAKEN_BACK, Actor.ITSELF, detail(text)));
            case UNKNOWN -> Optional.of(act(text, space, Kind.TEXT_UNKNOWN, Actor.ITSELF, detail(text)));
        };
    }

    private static String reason(int code) {
        return Limit.of(code).map(limit -> ", limit " + limit.name().toLowerCase(Locale.ROOT))
                .orElse(code == 0 ? "" : ", error " + code);
    }

    private static String detail(Text text) {
        return switch (text.purpose()) {
            case INVITE -> "invitation to ";
            case CANCELLED -> "calling off to ";
        } + text.to().masked();
    }

    private static List<String> in(Visit visit) {
        return visit.state() instanceof State.Ready ready
                ? ready.admissions().stream().filter(Admission::isIn).map(Admission::email).distinct().toList()
                : List.of();
    }

    private static Act act(Visit visit, String what, Kind kind, Actor by, String detail) {
        return new Act("visit:" + visit.id() + ":" + what, kind, visit.id(), visit.place().space(), by, detail);
    }

    private static Act act(Text text, String space, Kind kind, Actor by, String detail) {
        return new Act("text:" + text.id() + ":" + kind.word(), kind, text.visit(), space, by, detail);
    }

    /** Names a form without giving away what would open it. */
    private static String form(String nonce) {
        return HexFormat.of().formatHex(Chain.sha256(nonce.getBytes(StandardCharsets.UTF_8)), 0, 5);
    }
}
