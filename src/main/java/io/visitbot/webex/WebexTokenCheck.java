package io.visitbot.webex;

import java.util.Optional;

import reactor.core.publisher.Mono;

import io.visitbot.platform.ApiException;
import io.visitbot.platform.Check;
import io.visitbot.platform.Gate;

/** Whether Webex takes the token, and whether it is a bot's. */
final class WebexTokenCheck implements Check {

    private static final String NEW_TOKEN = "Make a new token of the bot at https://developer.webex.com/my-apps, put it "
            + "into WEBEX_BOT_TOKEN in .env, and call POST /actuator/reload or start again.";
    private static final String REACH = "See whether this server can reach the address in WEBEX_API_URL (network, proxy), "
            + "and https://status.webex.com.";

    private static final Result REFUSED = Result.wrong("Webex refuses the token.", NEW_TOKEN);

    private final WebexApi webex;
    private final Gate gate;

    WebexTokenCheck(WebexApi webex, Gate gate) {
        this.webex = webex;
        this.gate = gate;
    }

    @Override
    public String name() {
        return "Webex token";
    }

    @Override
    public Optional<Result> glance() {
        return Optional.of(gate.isTokenRefused() ? REFUSED : Result.ok("Webex takes the token, as far as is known."));
    }

    @Override
    public Mono<Result> run() {
        return webex.me().map(WebexTokenCheck::judge).onErrorResume(error -> Mono.just(explain(error)));
    }

    private static Result judge(Person me) {
        return switch (me.type()) {
            case BOT, OTHER -> Result.ok("Webex knows the bot as " + me.displayName() + " (" + me.email() + ").");
            case PERSON, APPUSER -> Result.wrong("The token belongs to a person and not to a bot.", NEW_TOKEN);
        };
    }

    private static Result explain(Throwable error) {
        if (!(error instanceof ApiException failure)) {
            return Result.wrong("Webex could not be asked.", REACH);
        }
        return switch (failure.kind()) {
            case MISCONFIGURED -> REFUSED;
            case LIMITED -> Result.wrong("Webex asks for fewer calls just now.", "Ask again in a minute.");
            case REFUSED, GONE, UNREADABLE -> Result.wrong("What answers is not the Webex API.", REACH);
            case UNAVAILABLE -> Result.wrong("Webex does not answer.", REACH);
        };
    }
}
