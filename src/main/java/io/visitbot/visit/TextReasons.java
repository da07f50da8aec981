package io.visitbot.visit;

/** Puts into words why a text message did not arrive. */
public interface TextReasons {

    /**
     * The reason for a code; there is one for every code, known or not.
     *
     * @param errorCode the service's number, as a {@link Text} keeps it
     */
    Reason of(int errorCode);

    /**
     * Why, and what to do now.
     *
     * @param words completes the sentence "The text was not delivered: …"
     * @param nextStep a sentence to the clinician
     */
    record Reason(String words, String nextStep) {

        public String sentence() {
            return words + ". " + nextStep;
        }
    }
}
