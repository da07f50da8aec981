package io.visitbot.webhook;

import java.net.URI;

import org.jspecify.annotations.Nullable;

import io.visitbot.platform.Settings;

/**
 * Where Webex reaches this server.
 *
 * @param publicUrl {@code PUBLIC_URL}: required; an https address as seen from outside, or an http one of this machine
 *            (localhost, 127.0.0.1) for trying things out; may have a path, never ends in a slash
 */
public record WebhookSettings(URI publicUrl) {

    private static final String PATH = "/webhooks/webex";
    private static final String EXPECTED = "must be an https address without query, such as https://visit.example.org; "
            + "http is allowed on localhost only";
    private static final String MISSING = "is missing: the https address under which Webex reaches this server, such as "
            + "https://visit.example.org (a tunnel's address will do)";

    public static WebhookSettings read(Settings settings) {
        if (settings.text("PUBLIC_URL").isEmpty()) {
            settings.problem("PUBLIC_URL", MISSING);
        }
        return new WebhookSettings(
                settings.parsed("PUBLIC_URL", WebhookSettings::parse, EXPECTED).orElse(URI.create("https://invalid")));
    }

    /** The address that webhooks are sent to. */
    public String target() {
        return publicUrl + PATH;
    }

    private static URI parse(String text) {
        URI url = URI.create(text.replaceFirst("/+$", ""));
        boolean safe = "https".equals(url.getScheme()) || ("http".equals(url.getScheme()) && loopback(url.getHost()));
        if (!safe || url.getHost() == null || url.getRawQuery() != null || url.getRawFragment() != null
                || url.getRawUserInfo() != null) {
            throw new IllegalArgumentException("no public address");
        }
        return url;
    }

    private static boolean loopback(@Nullable String host) {
        return host != null && host.matches("localhost|127(\\.\\d{1,3}){3}|\\[::1]");
    }
}
