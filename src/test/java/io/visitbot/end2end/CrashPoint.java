package io.visitbot.end2end;

import java.util.Map;

/** A moment to kill the bot at. Where a service is made to keep it waiting, the moment is when that has begun. */
enum CrashPoint {

    /** Whenever it falls. */
    ANY(Errand.ANY, Trouble.NONE),
    /** An event got its 2xx, and Webex has not heard of that yet. */
    EVENT_ACCEPTED(Errand.ANY, Trouble.NONE),
    /** Instant Connect made links, and nobody wrote them down. */
    LINKS_MADE(Errand.NEW_WITH_PHONE, hangs("instantconnect", "POST", "/joseencrypt")),
    /** The visit is ready, and its result does not get through. */
    RESULT_UNSAID(Errand.SUBMIT, stalls("webex", "POST", "/messages")),
    /** The result stands in the thread, and nobody wrote that down. */
    RESULT_SAID(Errand.SUBMIT, hangs("webex", "POST", "/messages")),
    /** The result stands there, and the form too. */
    FORM_LEFT(Errand.SUBMIT, stalls("webex", "DELETE", "/messages")),
    /** The form is gone, and nobody wrote that down. */
    FORM_GONE(Errand.SUBMIT, hangs("webex", "DELETE", "/messages")),
    /** A corrected form stands there, the wrong one is gone, and nobody wrote that down. */
    FORM_CORRECTED(Errand.SUBMIT_WRONG, hangs("webex", "DELETE", "/messages")),
    /** A form stands there, and nobody wrote that down. */
    FORM_SHOWN(Errand.NEW, hangs("webex", "POST", "/messages")),
    /** An answer stands there, and nobody wrote that down. */
    ANSWERED(Errand.HELP, hangs("webex", "POST", "/messages")),
    /** Twilio took the text message, and nobody wrote that down. */
    TEXT_TAKEN(Errand.NEW_WITH_PHONE, hangs("twilio", "POST", "/Messages")),
    /** Twilio is being asked, and has not taken the text message. */
    TEXT_UNTAKEN(Errand.NEW_WITH_PHONE, stalls("twilio", "POST", "/Messages"));

    private final Errand errand;
    private final Trouble trouble;

    CrashPoint(Errand errand, Trouble trouble) {
        this.errand = errand;
        this.trouble = trouble;
    }

    /** What somebody asks so that the moment comes. */
    Errand errand() {
        return errand;
    }

    boolean needsForm() {
        return errand == Errand.SUBMIT || errand == Errand.SUBMIT_WRONG;
    }

    /** The trouble to order. */
    Map<String, Object> fault() {
        return trouble.order();
    }

    /** Whether the call takes effect before its caller waits in vain. */
    boolean takesEffect() {
        return trouble.kind().equals("accept-then-hang");
    }

    private static Trouble hangs(String service, String method, String path) {
        return new Trouble(service, "accept-then-hang", method, path);
    }

    private static Trouble stalls(String service, String method, String path) {
        return new Trouble(service, "slow", method, path);
    }

    /** A service that keeps one call waiting. */
    private record Trouble(String service, String kind, String method, String path) {

        private static final Trouble NONE = new Trouble("", "", "", "");

        Map<String, Object> order() {
            return Map.of("service", service, "kind", kind, "ms", 120_000, "method", method, "path", path, "times", 1);
        }
    }

    /** What people come for. */
    enum Errand {
        ANY, HELP, STATUS, CANCEL, NEW, NEW_WITH_PHONE, SUBMIT, SUBMIT_WRONG
    }
}
