package io.visitbot.sandbox.journal;

/** A request that a pretend service or the page's interface refuses: an HTTP status and a sentence that tells why. */
public class Wrong extends RuntimeException {

    private final int status;

    public Wrong(int status, String sentence) {
        super(sentence, null, false, false);
        this.status = status;
    }

    public int status() {
        return status;
    }

    public String sentence() {
        return String.valueOf(getMessage());
    }
}
