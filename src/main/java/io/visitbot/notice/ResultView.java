package io.visitbot.notice;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

import io.visitbot.cards.ResultCard;
import io.visitbot.visit.Admission;
import io.visitbot.visit.InvitePatient;
import io.visitbot.visit.Meeting;
import io.visitbot.visit.Visit;
import io.visitbot.visit.VisitTimes;

/** Renders a visit that is ready. */
final class ResultView {

    private final VisitTimes times;
    private final InvitePatient invite;

    ResultView(VisitTimes times, InvitePatient invite) {
        this.times = times;
        this.invite = invite;
    }

    /**
     * @param asHost whether those who read it may have the host link that asks for no sign-in
     * @param namesakes ids of other visits with the same label
     * @param first whether it stands in the visit's thread, before what is said of the text message
     */
    ResultCard of(Visit visit, Visit.State.Ready ready, boolean asHost, boolean first, List<String> namesakes) {
        Meeting meeting = ready.meeting();
        return new ResultCard(visit.label(), visit.id(), host(meeting, asHost), meeting.guestLink(),
                meeting.sipAddress(),
                meeting.meetingNumber(), times.until(visit), ready.admissions().stream().map(ResultView::line).toList(),
                text(visit, first), notes(visit, meeting, asHost, namesakes));
    }

    String until(Visit visit) {
        return times.until(visit);
    }

    private static ResultCard.Link host(Meeting meeting, boolean asHost) {
        return asHost
                ? new ResultCard.Link("Open as host", meeting.hostLink())
                : new ResultCard.Link("Open as host (Webex sign-in)", meeting.hostLoginLink());
    }

    private static String line(Admission admission) {
        String reason = admission.reason() == null ? "" : ": " + admission.reason();
        return admission.email() + switch (admission.outcome()) {
            case ADDED -> "";
            case ALREADY -> " (was in already)";
            case REFUSED -> " (could not be added" + reason + ")";
            case FAILED -> " (not added yet" + reason + "; say add again)";
        };
    }

    private @Nullable String text(Visit visit, boolean first) {
        if (!invite.isPossible()) {
            return visit.phone() == null
                    ? "not set up: copy the guest link to the patient"
                    : "not sent, since text messages are not set up: copy the guest link to the patient";
        }
        if (visit.phone() == null) {
            return null;
        }
        if (!first) {
            return "status " + visit.id() + " says how it stands";
        }
        return visit.sendText()
                ? "on its way to " + visit.phone().masked() + "; how that went stands below"
                : "not sent yet; say resend " + visit.id() + " to send it to " + visit.phone().masked();
    }

    private static List<String> notes(Visit visit, Meeting meeting, boolean asHost, List<String> namesakes) {
        List<String> notes = new ArrayList<>();
        if (!visit.devices().isEmpty()) {
            notes.add("The host link rings " + String.join(" and ", visit.devices()) + " when it is opened.");
        }
        if (asHost && visit.place().direct()) {
            notes.add("To pass on to colleagues: [host link with Webex sign-in](" + meeting.hostLoginLink() + ")");
        }
        if (!namesakes.isEmpty()) {
            notes.add("There is another open visit of that name (" + String.join(", ", namesakes)
                    + "); this is a visit of its own.");
        }
        if (meeting.space() == null) {
            notes.add("The visit's space could not be opened, so nobody was added to it. The links work.");
        }
        return notes;
    }
}
