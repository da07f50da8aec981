package io.visitbot.meeting.instantconnect;

import java.net.URI;
import java.time.Duration;

import io.visitbot.platform.Settings;
import io.visitbot.platform.Token;

/**
 * How Instant Connect is reached, and what its links look like.
 *
 * @param api {@code IC_API_URL}: the full joseencrypt address, of version 1 where its path holds {@code /api/v1/};
 *     default {@code https://mtg-broker-a.wbx2.com/api/v2/joseencrypt}
 * @param space {@code IC_SPACE_API_URL}: where the temporary space is opened; parameters {@code int} and {@code data} in it
 *     are replaced; default {@code https://mtg-broker-a.wbx2.com/api/v1/space}
 * @param audience {@code IC_AUDIENCE}: a constant of the service; default the commercial one
 * @param token {@code IC_ACCESS_TOKEN}: default {@code WEBEX_BOT_TOKEN}
 * @param linkLife {@code IC_URL_DURATION}: how long a link lives unless somebody says otherwise, in seconds, 60 to 86400;
 *     default 3600
 * @param baseSubject {@code IC_BASE_SUBJECT}: put before each room's name, of letters, digits and hyphens (others become
 *     hyphens); default empty
 * @param hostBaseUrl {@code IC_HOST_BASEURL}: what a host's cipher is put behind, offering a login
 * @param agentBaseUrl {@code IC_AGENT_BASEURL}: the same, forcing a login
 * @param clientBaseUrl {@code IC_CLIENT_BASEURL}: what a guest's cipher is put behind
 * @param webex {@code WEBEX_API_URL}: the Webex API with its version; {@code /v1} is added where none is given; default
 *     {@code https://webexapis.com/v1}
 * @param botToken {@code WEBEX_BOT_TOKEN}, empty where it is missing: the bot's own settings complain of that
 * @param meetingsToken {@code WEBEX_MEETINGS_TOKEN}: a token that may create meetings (a service app's or a person's with
 *     scope {@code spark:all}), used only where no other way gives a SIP address; default none (then nothing is given)
 */
public record InstantConnectSettings(URI api, URI space, String audience, Token token, Duration linkLife,
        String baseSubject, String hostBaseUrl, String agentBaseUrl, String clientBaseUrl, URI webex, Token botToken,
        Token meetingsToken) {

    private static final String BROKER = "https://mtg-broker-a.wbx2.com";
    private static final String LINKS = "https://instant.webex.com/hc/v1";

    public static InstantConnectSettings read(Settings settings) {
        Token bot = settings.token("WEBEX_BOT_TOKEN");
        return new InstantConnectSettings(settings.url("IC_API_URL", BROKER + "/api/v2/joseencrypt"),
                settings.url("IC_SPACE_API_URL", BROKER + "/api/v1/space"),
                settings.text("IC_AUDIENCE", "a4d886b0-979f-4e2c-a958-3e8c14605e51"),
                settings.token("IC_ACCESS_TOKEN", bot),
                settings.seconds("IC_URL_DURATION", Duration.ofHours(1), Duration.ofMinutes(1), Duration.ofDays(1)),
                plain(settings.text("IC_BASE_SUBJECT", "")),
                base(settings, "IC_HOST_BASEURL", LINKS + "/login?int=jose&v=1&data="),
                base(settings, "IC_AGENT_BASEURL", LINKS + "/login?&fli=true&int=jose&data="),
                base(settings, "IC_CLIENT_BASEURL", LINKS + "/talk?int=jose&v=1&data="),
                versioned(settings.url("WEBEX_API_URL", "https://webexapis.com/v1")), bot,
                settings.token("WEBEX_MEETINGS_TOKEN"));
    }

    boolean isFirstVersion() {
        return api.getPath().contains("/api/v1/");
    }

    /** The room's name as Instant Connect is told it. */
    String subject(String subject) {
        return baseSubject.isEmpty() ? plain(subject) : baseSubject + "-" + plain(subject);
    }

    private static String plain(String text) {
        return text.replaceAll("[^A-Za-z0-9-]", "-");
    }

    private static String base(Settings settings, String name, String byDefault) {
        return settings.url(name, byDefault).toString();
    }

    private static URI versioned(URI url) {
        String path = url.toString().replaceAll("/+$", "");
        return URI.create(path.matches(".*/v\\d+") ? path : path + "/v1");
    }
}
