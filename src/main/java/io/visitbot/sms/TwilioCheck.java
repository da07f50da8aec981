package io.visitbot.sms;

import java.util.Optional;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import io.visitbot.platform.ApiException;
import io.visitbot.platform.Check;

/** Asks Twilio whether the account can be used; sends nothing. */
class TwilioCheck implements Check {

    private static final Result REFUSED = Result.wrong("Twilio does not accept the account",
            "Set TWILIO_ACCOUNT_SID and TWILIO_AUTH_TOKEN to the pair shown in the Twilio console, and see there whether "
                    + "the account is active. After a new TWILIO_AUTH_TOKEN in .env, POST /actuator/reload is enough.");

    private final @Nullable TwilioMessenger messenger;

    /** @param messenger null where no text message can be sent */
    TwilioCheck(@Nullable TwilioMessenger messenger) {
        this.messenger = messenger;
    }

    @Override
    public String name() {
        return "Text messages";
    }

    @Override
    public Optional<Result> glance() {
        return messenger == null
                ? Optional.empty()
                : Optional.of(messenger.isTokenRefused()
                        ? REFUSED
                        : Result.ok("Twilio accepts the account, as far as is known"));
    }

    @Override
    public Mono<Result> run() {
        return messenger == null
                ? Mono.just(Result.off("not set up",
                        "To write to patients, set TWILIO_ACCOUNT_SID, TWILIO_AUTH_TOKEN and TWILIO_FROM."))
                : messenger.probe().thenReturn(Result.ok("Twilio accepts the account"))
                        .onErrorResume(failure -> Mono.just(explained(failure)));
    }

    private static Result explained(Throwable error) {
        if (!(error instanceof ApiException failure)) {
            return Result.wrong("Twilio could not be asked", "Look into the log.");
        }
        return switch (failure.kind()) {
            case MISCONFIGURED -> REFUSED;
            case GONE -> Result.wrong("Twilio does not know the account",
                    "See whether TWILIO_ACCOUNT_SID and TWILIO_API_URL are right.");
            case LIMITED -> Result.wrong("Twilio asks for fewer calls", "Try again in a minute.");
            case UNAVAILABLE -> Result.wrong("Twilio does not answer",
                    "See whether TWILIO_API_URL can be reached from here and https://status.twilio.com.");
            case REFUSED -> Result.wrong("Twilio refuses to answer", "Tell Twilio this number: " + failure.reason());
            case UNREADABLE -> Result.wrong("Twilio answers something unreadable",
                    "See whether TWILIO_API_URL is right, with no proxy's page before it.");
        };
    }
}
