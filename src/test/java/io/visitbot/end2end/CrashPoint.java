package io.visitbot.end2end;

import java.util.Map;

/** A moment to kill the bot at. Where a service is made to keep it waiting, the moment is when that has begun. */
enum CrashPoint {

    /** Whenever it falls. */
    ANY(Errand.ANY, Wait.NONE, "", "", ""),
    /** An event got its 2xx, and Webex has not heard of that yet. */
    EVENT_ACCEPTED(Errand.ANY, Wait.NONE, "", "", ""),
    /** Instant Connect made links, and nobody wrote them down. */
    LINKS_MADE(Errand.NEW_WITH_PHONE, Wait.AFTER_IT_TOOK_EFFECT, "instantconnect", "POST", "/joseencrypt"),
    /** The visit is ready, and its result does not get through. */
    RESULT_UNSAID(Errand.SUBMIT, Wait.BEFORE_IT_TOOK_EFFECT, "webex", "POST", "/messages"),
    /** The result stands in the thread, and nobody wrote that down. */
    RESULT_SAID(Errand.SUBMIT, Wait.AFTER_IT_TOOK_EFFECT, "webex", "POST", "/messages"),
    /** The result stands there, and the form too. */
    FORM_LEFT(Errand.SUBMIT, Wait.BEFORE_IT_TOOK_EFFECT, "webex", "DELETE", "/messages"),
    /** The form is gone, and nobody wrote that down. */
    FORM_GONE(Errand.SUBMIT, Wait.AFTER_IT_TOOK_EFFECT, "webex", "DELETE", "/messages"),
    /** A corrected form stands there, the wrong one is gone, and nobody wrote that down. */
    FORM_CORRECTED(Errand.SUBMIT_WRONG, Wait.AFTER_IT_TOOK_EFFECT, "webex", "DELETE", "/messages"),
    /** A form stands there, and nobody wrote that down. */
    FORM_SHOWN(Errand.NEW, Wait.AFTER_IT_TOOK_EFFECT, "webex", "POST", "/messages"),
    /** An answer stands there, and nobody wrote that down. */
    ANSWERED(Errand.HELP, Wait.AFTER_IT_TOOK_EFFECT, "webex", "POST", "/messages"),
    /** Twilio took the text message, and nobody wrote that down. */
    TEXT_TAKEN(Errand.NEW_WITH_PHONE, Wait.AFTER_IT_TOOK_EFFECT, "twilio", "POST", "/Messages"),
    /** Twilio is being asked, and has not taken the text message. */
    TEXT_UNTAKEN(Errand.NEW_WITH_PHONE, Wait.BEFORE_IT_TOOK_EFFECT, "twilio", "POST", "/Messages");

    private final Errand errand;
    private final Wait wait;
    private final String service;
    private final String method;
    private final String path;

    CrashPoint(Errand errand, Wait wait, String service, String method, String path) {
        this.errand = errand;
        this.wait = wait;
        this.service = service;
        this.method = method;
        this.path = path;
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
        return Map.of("service", service, "kind", takesEffect() ? "accept-then-hang" : "slow", "ms", 120_000, "method",
                method, "path", path, "times", 1);
    }

    /** Whether the call takes effect before its caller waits in vain. */
    boolean takesEffect() {
        return wait == Wait.AFTER_IT_TOOK_EFFECT;
    }

    private enum Wait {
        NONE, BEFORE_IT_TOOK_EFFECT, AFTER_IT_TOOK_EFFECT
    }

    /** What people come for. */
    enum Errand {
        ANY, HELP, STATUS, CANCEL, NEW, NEW_WITH_PHONE, SUBMIT, SUBMIT_WRONG
    }
}
