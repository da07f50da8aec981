package io.visitbot;

import io.visitbot.platform.Settings;

/**
 * Where the program listens.
 *
 * @param port {@code SERVER_PORT}: 0 to 65535, 0 for any free one, default 8080
 * @param https whether {@code PUBLIC_URL} is reached by https alone, so that browsers may be told never to use http
 */
record ServerSettings(int port, boolean https) {

    static ServerSettings read(Settings settings) {
        boolean https = settings.url("PUBLIC_URL").filter(url -> "https".equals(url.getScheme())).isPresent();
        return new ServerSettings((int) settings.number("SERVER_PORT", 8080, 0, 65535), https);
    }
}
