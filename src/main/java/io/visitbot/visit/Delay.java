package io.visitbot.visit;

/** Why the links of a visit are not there yet; a later reason tells more than an earlier one. */
public enum Delay {
    /** They take long, and nobody knows more. */
    SLOW("Instant Connect has not made the links yet. They follow here as soon as it does"),
    /** They are refused, which somebody has to mend. */
    REFUSED("Instant Connect refuses us. Your IT can see more with `check`; I go on trying");

    private final String words;

    Delay(String words) {
        this.words = words;
    }

    /** Completes the sentence "Still waiting: …". */
    public String words() {
        return words;
    }
}
