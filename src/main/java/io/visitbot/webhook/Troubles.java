package io.visitbot.webhook;

import io.visitbot.platform.ApiException;

/** Says in words why Webex could not be asked. */
final class Troubles {

    private Troubles() {
    }

    static String inWords(Throwable error) {
        if (!(error instanceof ApiException failure)) {
            return "the webhooks' secret could not be kept or an unexpected error came ("
                    + error.getClass().getSimpleName()
                    + ")";
        }
        return switch (failure.kind()) {
            case MISCONFIGURED ->
                "Webex refuses the token; put the bot's present token into WEBEX_BOT_TOKEN in .env, and call POST /actuator/reload or restart";
            case LIMITED -> "Webex asks for fewer calls";
            case UNAVAILABLE -> "Webex does not answer";
            case REFUSED, GONE, UNREADABLE -> "Webex says no; see whether PUBLIC_URL and WEBEX_API_URL are right";
        };
    }
}
