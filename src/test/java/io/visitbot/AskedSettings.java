package io.visitbot;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.visitbot.platform.Settings;

/** The settings that the program asks for, and the fewest with which it asks for all of them. */
final class AskedSettings {

    static final Map<String, String> FEWEST = Map.of("WEBEX_BOT_TOKEN", "bot-token", "PUBLIC_URL",
            "https://visit.example.org", "TWILIO_ACCOUNT_SID", "AC00000000000000000000000000000000",
            "TWILIO_AUTH_TOKEN", "auth-token", "TWILIO_FROM", "+12025550100");

    private AskedSettings() {
    }

    /** Their names, in the order of asking. */
    static List<String> names() {
        Settings settings = new Settings(FEWEST::get);
        AllSettings.read(settings);
        return settings.names();
    }

    static List<Record> read(Map<String, String> values) {
        return AllSettings.read(new Settings(values::get));
    }

    static List<Record> readWith(Map<String, String> more) {
        Map<String, String> values = new HashMap<>(FEWEST);
        values.putAll(more);
        return read(values);
    }
}
