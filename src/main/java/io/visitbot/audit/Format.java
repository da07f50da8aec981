package io.visitbot.audit;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** How the record leaves. Both hold the same fields; JSON holds them exactly, so that the hashes can be checked elsewhere. */
public enum Format {

    /** RFC 4180 with a header line, and for Excel a byte order mark and no cell that would be taken for a formula. */
    CSV("text/csv"),
    /** An object with {@code count}, {@code last} and {@code hash} of the whole chain, and {@code entries}. */
    JSON("application/json");

    private final String type;

    Format(String type) {
        this.type = type;
    }

    public static Optional<Format> named(String name) {
        return Stream.of(values()).filter(format -> format.word().equalsIgnoreCase(name)).findFirst();
    }

    /** Such as {@code csv}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The media type. */
    public String type() {
        return type;
    }
}
