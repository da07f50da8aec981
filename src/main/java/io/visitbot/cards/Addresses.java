package io.visitbot.cards;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads e-mail and SIP addresses as people write them. */
final class Addresses {

    private static final int MAX_LENGTH = 254;
    private static final Pattern MAIL_NAME = Pattern
            .compile("[a-z0-9!#$%&'*+/=?^_`{|}~-][a-z0-9.!#$%&'*+/=?^_`{|}~-]{0,63}");
    private static final Pattern SIP_NAME = Pattern.compile("[a-z0-9+_][a-z0-9.+_~%-]{0,127}");
    private static final Pattern HOST_LABEL = Pattern.compile("[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?");
    private static final Pattern PORT = Pattern.compile(":\\d{1,5}$");
    private static final Pattern DOT = Pattern.compile("\\.");

    private Addresses() {
    }

    static Optional<String> email(String text) {
        String address = bare(text, "mailto:");
        return isAddress(address, MAIL_NAME, false) ? Optional.of(address) : Optional.empty();
    }

    static Optional<String> sip(String text) {
        String address = bare(bare(text, "sips:"), "sip:");
        return isAddress(address, SIP_NAME, true) ? Optional.of(address) : Optional.empty();
    }

    private static String bare(String text, String scheme) {
        String small = text.strip().toLowerCase(Locale.ROOT);
        String open = small.startsWith("<") && small.endsWith(">") ? small.substring(1, small.length() - 1) : small;
        return open.startsWith(scheme) ? open.substring(scheme.length()) : open;
    }

    private static boolean isAddress(String address, Pattern name, boolean portAllowed) {
        int at = address.indexOf('@');
        if (at < 1 || address.length() > MAX_LENGTH) {
            return false;
        }
        String before = address.substring(0, at);
        String host = address.substring(at + 1);
        return name.matcher(before).matches() && !before.contains("..") && !before.endsWith(".")
                && isHost(portAllowed ? PORT.matcher(host).replaceFirst("") : host);
    }

    private static boolean isHost(String host) {
        return host.contains(".") && !host.endsWith(".")
                && DOT.splitAsStream(host).allMatch(label -> HOST_LABEL.matcher(label).matches());
    }
}
