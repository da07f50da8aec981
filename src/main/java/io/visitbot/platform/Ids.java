package io.visitbot.platform;

import java.util.random.RandomGenerator;

/** Makes the ids that people and services see, from a source of randomness that is handed in. */
public final class Ids {

    private static final String READABLE = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";
    private static final String SUBJECT = "abcdefghijklmnopqrstuvwxyz234567";

    private final RandomGenerator random;

    public Ids(RandomGenerator random) {
        this.random = random;
    }

    /** A short id to read aloud, such as {@code V-7F3K}: no 0, 1, I or O. */
    public String visit(int length) {
        return "V-" + draw(READABLE, length);
    }

    /** A name for a room that nobody can guess: 20 characters of {@code [a-z2-7]}, 100 bits. */
    public String subject() {
        return draw(SUBJECT, 20);
    }

    /** A value that is used once: 26 characters of {@code [a-z2-7]}, 130 bits. */
    public String nonce() {
        return draw(SUBJECT, 26);
    }

    /** What a person quotes to ask for help, such as {@code R-K7Q2MX}. */
    public String reference() {
        return "R-" + draw(READABLE, 6);
    }

    private String draw(String alphabet, int length) {
        StringBuilder drawn = new StringBuilder(length);
        for (int i = 0; i < length; i++) {
            drawn.append(alphabet.charAt(random.nextInt(alphabet.length())));
        }
        return drawn.toString();
    }
}
