package io.visitbot.command;

import io.visitbot.bot.Request;
import io.visitbot.bot.Speaker;
import io.visitbot.bot.Submission;
import io.visitbot.platform.PhoneNumber;
import io.visitbot.visit.Visit;

/**
 * What somebody asks for, as it is written down where a limit refuses it: with no label, and no number but a masked one.
 *
 * @param origin the event's id: the same again is the same refusal
 * @param visit the visit's id, empty where there is none yet
 */
record Asked(String origin, String space, Speaker speaker, String visit, String what) {

    private static final String VISIT = "visit";

    static Asked visit(Request request) {
        return new Asked(request.origin(), request.spot().space(), request.speaker(), "", VISIT);
    }

    static Asked visit(Submission submission) {
        return new Asked(submission.origin(), submission.spot().space(), submission.speaker(), "", VISIT);
    }

    static Asked invitation(Request request, Visit visit, PhoneNumber to) {
        return new Asked(request.origin(), request.spot().space(), request.speaker(), visit.id(), to(to));
    }

    /** The same with a text message to this number. */
    Asked inviting(PhoneNumber to) {
        return new Asked(origin, space, speaker, visit, to(to));
    }

    private static String to(PhoneNumber to) {
        return "invitation to " + to.masked();
    }
}
