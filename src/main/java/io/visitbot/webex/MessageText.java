package io.visitbot.webex;

import java.nio.charset.StandardCharsets;

/** Cuts texts to what Webex takes: 7,439 bytes of UTF-8. */
final class MessageText {

    static final int MOST_BYTES = 7_439;

    private static final String ELLIPSIS = "…";

    private MessageText() {
    }

    /** The text itself where it fits; else as many whole characters as fit with an ellipsis behind them. */
    static String cut(String text) {
        if (bytes(text) <= MOST_BYTES) {
            return text;
        }
        int room = MOST_BYTES - bytes(ELLIPSIS);
        int end = 0;
        while (room >= width(text.codePointAt(end))) {
            room -= width(text.codePointAt(end));
            end += Character.charCount(text.codePointAt(end));
        }
        return text.substring(0, end) + ELLIPSIS;
    }

    private static int bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }

    private static int width(int codePoint) {
        return codePoint < 0x80 ? 1 : codePoint < 0x800 ? 2 : codePoint < 0x10000 ? 3 : 4;
    }
}
