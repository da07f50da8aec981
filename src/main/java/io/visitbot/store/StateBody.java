package io.visitbot.store;

import java.time.Instant;
import java.util.List;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

import io.visitbot.visit.Admission;
import io.visitbot.visit.Meeting;
import io.visitbot.visit.Visit.State;

/** How far a visit is, as it stands on disk: {@code kind} says which of the others are there. */
record StateBody(String kind, @Nullable MeetingBody meeting, @Nullable List<AdmissionBody> admissions,
        @Nullable String by, @Nullable String reference, @Nullable Instant at) {

    private static final String OPENING = "opening";
    private static final String READY = "ready";
    private static final String CANCELLED = "cancelled";
    private static final String FAILED = "failed";

    static StateBody of(State state) {
        return switch (state) {
            case State.Opening() -> new StateBody(OPENING, null, null, null, null, null);
            case State.Ready(var meeting, var admissions, var at) -> new StateBody(READY, MeetingBody.of(meeting),
                    admissions.stream().map(AdmissionBody::of).toList(), null, null, at);
            case State.Cancelled(var meeting, var by, var at) -> new StateBody(CANCELLED,
                    meeting == null ? null : MeetingBody.of(meeting), null, by, null, at);
            case State.Failed(var reference, var at) -> new StateBody(FAILED, null, null, null, reference, at);
        };
    }

    State state() {
        return switch (kind) {
            case OPENING -> new State.Opening();
            case READY -> new State.Ready(there(meeting).meeting(), there(admissions).stream()
                    .map(AdmissionBody::admission).toList(), there(at));
            case CANCELLED -> new State.Cancelled(meeting == null ? null : meeting.meeting(), there(by), there(at));
            case FAILED -> new State.Failed(there(reference), there(at));
            default -> throw new IllegalStateException("unknown state of a visit: " + kind);
        };
    }

    private <T> T there(@Nullable T value) {
        return Objects.requireNonNull(value, () -> "incomplete state of a visit: " + kind);
    }

    record MeetingBody(String hostLink, String hostLoginLink, String guestLink, @Nullable String space,
            @Nullable String sipAddress, @Nullable String meetingNumber) {

        static MeetingBody of(Meeting meeting) {
            return new MeetingBody(meeting.hostLink(), meeting.hostLoginLink(), meeting.guestLink(), meeting.space(),
                    meeting.sipAddress(), meeting.meetingNumber());
        }

        Meeting meeting() {
            return new Meeting(hostLink, hostLoginLink, guestLink, space, sipAddress, meetingNumber);
        }

        @Override
        public String toString() {
            return meeting().toString();
        }
    }

    record AdmissionBody(String email, String outcome, @Nullable String reason) {

        static AdmissionBody of(Admission admission) {
            return new AdmissionBody(admission.email(), admission.outcome().name(), admission.reason());
        }

        Admission admission() {
            return new Admission(email, Admission.Outcome.valueOf(outcome), reason);
        }
    }
}
