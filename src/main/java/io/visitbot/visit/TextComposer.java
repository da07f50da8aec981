package io.visitbot.visit;

/** Words what patients are written, in the visit's language and short enough for one text message. */
public interface TextComposer {

    /**
     * Asks the patient to join.
     *
     * @param link where to tap; never shortened
     */
    String invite(Visit visit, String link);

    /** Tells a patient who was asked to join that the visit is off. */
    String cancelled(Visit visit);
}
