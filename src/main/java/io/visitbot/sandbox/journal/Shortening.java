package io.visitbot.sandbox.journal;

import java.util.regex.Pattern;

/** Cuts ciphers, tokens and secrets in what the call log shows: even pretend ones teach habits. */
final class Shortening {

    private static final int MAX_BODY = 6_000;
    private static final Pattern CIPHER = Pattern
            .compile("(eyJ[A-Za-z0-9_-]{9})[A-Za-z0-9_-]*(?:\\.[A-Za-z0-9_-]*){2,4}");
    private static final Pattern SECRET = Pattern
            .compile("(\"(?:token|accessToken|secret)\"\\s*:\\s*\"[^\"]{0,4})[^\"]*\"");

    private Shortening() {
    }

    static String path(String path) {
        return CIPHER.matcher(path).replaceAll("$1…");
    }

    static String body(String body) {
        String cut = CIPHER.matcher(body).replaceAll("$1…");
        String safe = SECRET.matcher(cut).replaceAll("$1…\"");
        return safe.length() <= MAX_BODY ? safe : safe.substring(0, MAX_BODY) + "…";
    }
}
