package io.visitbot.sandbox.twilio;

import java.util.Map;

import io.visitbot.sandbox.journal.Fields;
import io.visitbot.sandbox.journal.Wrong;

/** A request that Twilio refuses, with its error number. */
final class Refused extends Wrong {

    private final int code;

    Refused(int status, int code, String sentence) {
        super(status, sentence);
        this.code = code;
    }

    Map<String, Object> view() {
        return Fields.of("code", code, "message", sentence(), "more_info", "https://www.twilio.com/docs/errors/" + code,
                "status", status());
    }
}
