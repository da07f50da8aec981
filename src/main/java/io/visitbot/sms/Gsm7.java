package io.visitbot.sms;

/** The alphabet of plain text messages (GSM 03.38), and how many messages a text takes. It has é, ñ and ü, but no á, í, ó, ú. */
final class Gsm7 {

    private static final String BASIC = "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?"
            + "¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà";
    private static final String TWICE = "^{}\\[~]|€\f";

    private Gsm7() {
    }

    static boolean holds(String text) {
        return text.chars().allMatch(character -> width(character) > 0);
    }

    /** How many messages are paid for and sent: a single one has room for more than each of several. */
    static int segments(String text) {
        return holds(text) ? plain(text) : wide(text);
    }

    private static int plain(String text) {
        if (text.chars().map(Gsm7::width).sum() <= 160) {
            return 1;
        }
        int segments = 1;
        int used = 0;
        for (int i = 0; i < text.length(); i++) {
            int width = width(text.charAt(i));
            boolean full = used + width > 153;
            segments += full ? 1 : 0;
            used = full ? width : used + width;
        }
        return segments;
    }

    private static int wide(String text) {
        return text.length() <= 70 ? 1 : (text.length() + 66) / 67;
    }

    private static int width(int character) {
        return BASIC.indexOf(character) >= 0 ? 1 : TWICE.indexOf(character) >= 0 ? 2 : 0;
    }
}
