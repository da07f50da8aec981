package io.visitbot.sandbox.twilio;

/** Counts a text's segments: 160 (153) characters of the GSM-7 alphabet each, or 70 (67) of any other. */
final class Segments {

    private static final String GSM_7 = "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?"
            + "¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà";
    private static final String ESCAPED = "\f^{}\\[~]|€";

    private Segments() {
    }

    static int count(String body) {
        int septets = 0;
        for (int i = 0; i < body.length(); i++) {
            char letter = body.charAt(i);
            if (ESCAPED.indexOf(letter) >= 0) {
                septets += 2;
            } else if (GSM_7.indexOf(letter) >= 0) {
                septets++;
            } else {
                return parts(body.length(), 70, 67);
            }
        }
        return parts(septets, 160, 153);
    }

    private static int parts(int length, int alone, int each) {
        return length <= alone ? 1 : (length + each - 1) / each;
    }
}
