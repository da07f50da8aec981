package io.visitbot.sms;

import java.net.URI;
import java.util.List;

import org.jspecify.annotations.Nullable;

import io.visitbot.platform.Settings;
import io.visitbot.platform.Token;

/**
 * Whether and how patients are written to.
 *
 * @param twilio null where no Twilio setting is given: then nobody is written to, and nothing is wrong with that
 * @param sender {@code VISIT_SENDER_NAME}: who the patient hears from, first in each message; up to 30 characters of the
 *     GSM-7 alphabet; default {@code Video visit}
 * @param publicUrl {@code PUBLIC_URL}: where Twilio reports to, without a slash at its end; null: it is asked instead
 */
public record SmsSettings(@Nullable Twilio twilio, String sender, @Nullable String publicUrl) {

    private static final int LONGEST_SENDER = 30;
    private static final List<String> ACCOUNT = List.of("TWILIO_ACCOUNT_SID", "TWILIO_AUTH_TOKEN", "TWILIO_FROM",
            "TWILIO_MESSAGING_SERVICE_SID");

    public static SmsSettings read(Settings settings) {
        boolean wanted = ACCOUNT.stream().filter(name -> settings.text(name).isPresent()).count() > 0;
        return new SmsSettings(wanted ? Twilio.read(settings) : null,
                settings.parsed("VISIT_SENDER_NAME", SmsSettings::sender,
                        "must be at most 30 characters that a plain text message can hold (no á, í, ó, ú or emoji)")
                        .orElse("Video visit"),
                settings.url("PUBLIC_URL").map(url -> withoutSlash(url.toString())).orElse(null));
    }

    private static String sender(String value) {
        if (value.length() > LONGEST_SENDER || !Gsm7.holds(value)) {
            throw new IllegalArgumentException("no sender");
        }
        return value;
    }

    private static String withoutSlash(String url) {
        return url.replaceAll("/+$", "");
    }

    /**
     * The account at Twilio.
     *
     * @param accountSid {@code TWILIO_ACCOUNT_SID}: begins with {@code AC}
     * @param authToken {@code TWILIO_AUTH_TOKEN}: the primary one, which signs Twilio's reports too
     * @param from {@code TWILIO_FROM}: the number or name to send from, null where the messaging service chooses
     * @param messagingServiceSid {@code TWILIO_MESSAGING_SERVICE_SID}: begins with {@code MG}; null where {@code from} is
     *     given alone
     * @param api {@code TWILIO_API_URL}: default {@code https://api.twilio.com}
     */
    public record Twilio(String accountSid, Token authToken, @Nullable String from,
            @Nullable String messagingServiceSid, URI api) {

        private static Twilio read(Settings settings) {
            String from = settings.text("TWILIO_FROM").orElse(null);
            String service = settings.parsed("TWILIO_MESSAGING_SERVICE_SID", value -> sid(value, "MG"),
                    "must be the id of a messaging service, which begins with MG").orElse(null);
            if (from == null && settings.text("TWILIO_MESSAGING_SERVICE_SID").isEmpty()) {
                settings.problem("TWILIO_FROM", "is missing: text messages need a number to come from, or "
                        + "TWILIO_MESSAGING_SERVICE_SID");
            }
            return new Twilio(account(settings),
                    settings.requiredToken("TWILIO_AUTH_TOKEN", "text messages need the account's auth token"), from,
                    service, base(settings.url("TWILIO_API_URL", "https://api.twilio.com")));
        }

        private static String account(Settings settings) {
            if (settings.text("TWILIO_ACCOUNT_SID").isEmpty()) {
                settings.problem("TWILIO_ACCOUNT_SID", "is missing: text messages need the account's id");
            }
            return settings.parsed("TWILIO_ACCOUNT_SID", value -> sid(value, "AC"),
                    "must be the id of an account, which begins with AC").orElse("");
        }

        private static String sid(String value, String prefix) {
            if (!value.matches(prefix + "\\w+")) {
                throw new IllegalArgumentException("no sid");
            }
            return value;
        }

        private static URI base(URI url) {
            return URI.create(withoutSlash(withoutSlash(url.toString()).replaceAll("/2010-04-01$", "")));
        }
    }
}
