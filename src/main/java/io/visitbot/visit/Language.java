package io.visitbot.visit;

import java.util.Locale;
import java.util.Optional;

/** The languages a patient can be written to in. */
public enum Language {

    ENGLISH("en"), SPANISH("es");

    private final String tag;

    Language(String tag) {
        this.tag = tag;
    }

    /** The BCP 47 tag. */
    public String tag() {
        return tag;
    }

    public Locale locale() {
        return Locale.forLanguageTag(tag);
    }

    /** Reads a name or a tag in any case. */
    public static Optional<Language> named(String text) {
        return switch (text.strip().toLowerCase(Locale.ROOT)) {
            case "en", "english", "ingles", "inglés" -> Optional.of(ENGLISH);
            case "es", "spanish", "espanol", "español" -> Optional.of(SPANISH);
            default -> Optional.empty();
        };
    }
}
