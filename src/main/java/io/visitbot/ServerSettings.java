package io.visitbot;

import io.visitbot.platform.Settings;

/**
 * Where the program listens.
 *
 * @param port {@code SERVER_PORT}: 0 to 65535, 0 for any free one, default 8080
 */
record ServerSettings(int port) {

    static ServerSettings read(Settings settings) {
        return new ServerSettings((int) settings.number("SERVER_PORT", 8080, 0, 65535));
    }
}
