package io.visitbot.visit;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

import io.visitbot.platform.PhoneNumber;

/**
 * A video visit: who asked, where, what for, and how far it is.
 *
 * @param id short enough to say, such as {@code V-7F3K}; unique
 * @param origin what brought it about (a form or a message); a second one of the same origin is the same visit
 * @param subject the room's secret name, random, never the label
 * @param until when the links end
 * @param people e-mail addresses of colleagues who were asked to join
 * @param devices SIP addresses of room devices to ring
 * @param phone the patient's number, null for none
 * @param sendText whether the patient is to be written to at once
 */
public record Visit(String id, String origin, String subject, Place place, Requester requester, String label,
        Language language, Instant requestedAt, Instant until, List<String> people, List<String> devices,
        @Nullable PhoneNumber phone, boolean sendText, State state) {

    /** How far a visit is. */
    public sealed interface State {

        /** Its links are being made. */
        record Opening() implements State {
        }

        /** Its links are there. */
        record Ready(Meeting meeting, List<Admission> admissions, Instant at) implements State {
        }

        /** Somebody called it off. {@code meeting} is there where links had been made: they can't be called back. */
        record Cancelled(@Nullable Meeting meeting, String by, Instant at) implements State {
        }

        /** Its links could not be made in time. */
        record Failed(String reference, Instant at) implements State {
        }
    }

    public Visit with(State next) {
        return new Visit(id, origin, subject, place, requester, label, language, requestedAt, until, people, devices,
                phone,
                sendText, next);
    }

    public Visit until(Instant end) {
        return new Visit(id, origin, subject, place, requester, label, language, requestedAt, end, people, devices,
                phone,
                sendText, state);
    }

    public Visit people(List<String> colleagues) {
        return new Visit(id, origin, subject, place, requester, label, language, requestedAt, until,
                List.copyOf(colleagues),
                devices, phone, sendText, state);
    }

    public boolean isOver(Instant now) {
        return !now.isBefore(until) || state instanceof State.Cancelled || state instanceof State.Failed;
    }

    /** When it is or was over: when it was called off or given up, else when its links end. */
    public Instant overAt() {
        return switch (state) {
            case State.Opening _,State.Ready _ -> until;
            case State.Cancelled cancelled -> earlier(until, cancelled.at());
            case State.Failed failed -> earlier(until, failed.at());
        };
    }

    /** The same without the patient's number and the links. */
    public Visit forgotten() {
        State without = switch (state) {
            case State.Ready(_, var admissions, var at) -> new State.Ready(Meeting.REMOVED, admissions, at);
            case State.Cancelled(var meeting, var by, var at) ->
                new State.Cancelled(meeting == null ? null : Meeting.REMOVED, by, at);
            case State.Opening _,State.Failed _ -> state;
        };
        return new Visit(id, origin, subject, place, requester, label, language, requestedAt, until, people, devices,
                phone == null ? null : PhoneNumber.REMOVED, sendText, without);
    }

    public Duration life() {
        return Duration.between(requestedAt, until);
    }

    /** Whether somebody may see it from where he stands: in its own space, or 1:1 as its requester or added colleague. */
    public boolean isSeenFrom(Place where, String person, String email) {
        return place.space().equals(where.space())
                || (where.direct() && (requester.person().equals(person) || isColleague(email)));
    }

    /** Whether a number or links were there and are no more. */
    public boolean isForgotten() {
        boolean links = switch (state) {
            case State.Ready ready -> ready.meeting().equals(Meeting.REMOVED);
            case State.Cancelled cancelled -> Meeting.REMOVED.equals(cancelled.meeting());
            case State.Opening _,State.Failed _ -> false;
        };
        return links || PhoneNumber.REMOVED.equals(phone);
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }

    private boolean isColleague(String email) {
        return people.stream().anyMatch(email::equalsIgnoreCase);
    }
}
