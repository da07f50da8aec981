package io.visitbot.sandbox;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.springframework.core.env.PropertyResolver;

import io.visitbot.sandbox.journal.Endpoints;

/** Keeps real credentials and real addresses out of the sandbox. Names the settings, never their values. */
final class SandboxGuard {

    private static final Map<String, String> CREDENTIALS = Map.of("WEBEX_BOT_TOKEN", Endpoints.BOT_TOKEN,
            "IC_ACCESS_TOKEN", Endpoints.BOT_TOKEN, "TWILIO_ACCOUNT_SID", Endpoints.TWILIO_ACCOUNT, "TWILIO_AUTH_TOKEN",
            Endpoints.TWILIO_TOKEN);
    private static final List<String> ADDRESSES = List.of("WEBEX_API_URL", "IC_API_URL", "IC_SPACE_API_URL",
            "IC_HOST_BASEURL", "IC_AGENT_BASEURL", "IC_CLIENT_BASEURL", "TWILIO_API_URL", "PUBLIC_URL",
            "SANDBOX_INBOUND_URL", "DATABASE_URL");

    private SandboxGuard() {
    }

    static void check(PropertyResolver settings) {
        List<String> real = new ArrayList<>();
        CREDENTIALS.keySet().stream().sorted().filter(name -> isReal(settings, name)).forEach(real::add);
        ADDRESSES.stream().filter(name -> leadsOutside(value(settings, name))).forEach(real::add);
        if (!real.isEmpty()) {
            throw new SandboxRefused("The sandbox does not start with real settings: " + String.join(", ", real),
                    "Unset them for the sandbox (everything in it is pretended), or start without the profile"
                            + " to use the real services.");
        }
    }

    private static boolean isReal(PropertyResolver settings, String name) {
        String value = value(settings, name);
        return !value.isBlank() && !value.equals(CREDENTIALS.get(name));
    }

    /** What can't be resolved is nothing that the sandbox knows, and its error would print it. */
    private static String value(PropertyResolver settings, String name) {
        try {
            return settings.getProperty(name, "");
        } catch (IllegalArgumentException unresolvable) {
            return "unresolvable";
        }
    }

    static boolean leadsOutside(@Nullable String value) {
        if (value == null || value.isBlank() || value.startsWith("jdbc:sqlite:")) {
            return false;
        }
        String host = host(value.startsWith("jdbc:") ? value.substring("jdbc:".length()) : value);
        return host == null || (Stream.of("localhost", "[::1]").noneMatch(host::equals)
                && !host.matches("127(\\.\\d{1,3}){3}"));
    }

    private static @Nullable String host(String url) {
        try {
            String host = URI.create(url.strip().replaceFirst("\\?.*", "")).getHost();
            return host == null ? null : host.toLowerCase(Locale.ROOT);
        } catch (IllegalArgumentException malformed) {
            return null;
        }
    }
}
