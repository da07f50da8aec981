package io.visitbot.bot;

import java.util.Map;

/**
 * A card that somebody submitted who may.
 *
 * @param origin the event's id: the same again is the same submission
 * @param spot the card's space; its thread is not told
 * @param message the card's message
 * @param inputs what was put in, and the card's hidden data; empty where the card is gone
 * @param again whether it may have been taken before
 * @param late whether it was sent so long ago that it may no longer be wanted
 */
public record Submission(String origin, Spot spot, Speaker speaker, String message, Map<String, String> inputs,
        boolean again, boolean late) {

    public String input(String name) {
        return inputs.getOrDefault(name, "");
    }

    @Override
    public String toString() {
        return "Submission[" + message + "]";
    }
}
