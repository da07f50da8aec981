package io.visitbot.bot;

/** There is nothing of the name that somebody said, unless something that was said before brings it and is still to be worked on. */
public final class NotFound extends Refusal {

    public NotFound(String sentence) {
        super(sentence);
    }
}
