package io.visitbot.bot;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import io.visitbot.platform.ApiException;
import io.visitbot.platform.Failure;
import io.visitbot.platform.Ids;

/** Turns trouble into a sentence with a next step and a reference; the log has the same reference. */
final class Failures {

    private static final Logger log = LoggerFactory.getLogger(Failures.class);

    private final Ids ids;

    Failures(Ids ids) {
        this.ids = ids;
    }

    String inWords(Throwable error) {
        if (error instanceof Refusal refusal) {
            return refusal.sentence();
        }
        String reference = ids.reference();
        log.atWarn().addKeyValue("reference", reference).addKeyValue("error", Failure.words(error)).log(
                "a request failed",
                Failure.trace(error));
        return (error instanceof ApiException failure
                ? sentence(failure)
                : "Something went wrong on my side. Please try again.")
                + " If it stays, give your IT this reference: " + reference + ".";
    }

    private static String sentence(ApiException failure) {
        String service = name(failure.api());
        return switch (failure.kind()) {
            case UNAVAILABLE -> service + " does not answer at the moment. Please try again in a minute.";
            case LIMITED -> service + " asks us to slow down. Please try again in a minute.";
            case MISCONFIGURED -> service + " does not accept our credentials. `check` tells your IT what to do.";
            case REFUSED -> service + " refused that. Please look over what you typed.";
            case GONE -> service + " no longer knows that. It may have been deleted.";
            case UNREADABLE -> service + " gave an answer that I can't read. Please try again.";
        };
    }

    private static String name(String api) {
        return switch (api) {
            case "webex" -> "Webex";
            case "instant-connect" -> "Instant Connect";
            case "twilio" -> "The text message service";
            default -> "A service that I need";
        };
    }
}
