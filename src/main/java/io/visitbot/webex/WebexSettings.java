package io.visitbot.webex;

import java.net.URI;

import org.jspecify.annotations.Nullable;

import io.visitbot.platform.Secret;
import io.visitbot.platform.Settings;
import io.visitbot.platform.Token;

/**
 * How to reach Webex.
 *
 * @param token {@code WEBEX_BOT_TOKEN}: the bot's access token, which can be replaced while the program runs; required
 * @param webhookSecret {@code WEBEX_WEBHOOK_SECRET}: what webhooks are signed with; null where it is empty, which means
 *            that one is made once and kept in the database
 * @param api {@code WEBEX_API_URL}: an http or https address, default {@code https://webexapis.com/v1}; {@code /v1} is
 *            appended where its path does not end in a version; never ends in a slash
 */
public record WebexSettings(Token token, @Nullable Secret webhookSecret, URI api) {

    private static final String PURPOSE = "the access token of the bot, shown once when the bot is made at "
            + "https://developer.webex.com/my-apps";

    public static WebexSettings read(Settings settings) {
        return new WebexSettings(settings.requiredToken("WEBEX_BOT_TOKEN", PURPOSE),
                settings.secret("WEBEX_WEBHOOK_SECRET").orElse(null),
                versioned(settings.url("WEBEX_API_URL", "https://webexapis.com/v1")));
    }

    private static URI versioned(URI url) {
        String plain = url.toString().replaceFirst("/+$", "");
        return URI.create(plain.matches(".*/v\\d+") ? plain : plain + "/v1");
    }
}
