package io.visitbot.sandbox.journal;

import java.util.LinkedHashMap;
import java.util.Map;

/** The bot's settings that point it at the pretend services, and the credentials those accept. */
public final class Endpoints {

    /** The bot's pretend Webex token. */
    public static final String BOT_TOKEN = "sandbox-bot-token";
    /** The pretend Twilio account. */
    public static final String TWILIO_ACCOUNT = "AC00000000000000000000000000000000";
    /** Its pretend auth token. */
    public static final String TWILIO_TOKEN = "sandbox-twilio-token";
    /** The number its text messages come from. */
    public static final String TWILIO_NUMBER = "+12025550100";

    private Endpoints() {
    }

    /** The settings by the names of their environment variables, for pretend services at the given base URL. */
    public static Map<String, String> at(String home) {
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("WEBEX_BOT_TOKEN", BOT_TOKEN);
        settings.put("WEBEX_API_URL", home + "/v1");
        settings.put("IC_API_URL", home + "/api/v2/joseencrypt");
        settings.put("IC_SPACE_API_URL", home + "/api/v1/space");
        settings.put("IC_HOST_BASEURL", home + "/hc/v1/login?int=jose&v=1&data=");
        settings.put("IC_AGENT_BASEURL", home + "/hc/v1/login?&fli=true&int=jose&data=");
        settings.put("IC_CLIENT_BASEURL", home + "/hc/v1/talk?int=jose&data=");
        settings.put("TWILIO_ACCOUNT_SID", TWILIO_ACCOUNT);
        settings.put("TWILIO_AUTH_TOKEN", TWILIO_TOKEN);
        settings.put("TWILIO_FROM", TWILIO_NUMBER);
        settings.put("TWILIO_API_URL", home);
        return settings;
    }
}
