package io.visitbot.bot;

/** Says no, in a sentence for the person who asked, with what to do instead. */
public class Refusal extends RuntimeException {

    private final String sentence;

    public Refusal(String sentence) {
        super("refused", null, false, false);
        this.sentence = sentence;
    }

    public String sentence() {
        return sentence;
    }
}
