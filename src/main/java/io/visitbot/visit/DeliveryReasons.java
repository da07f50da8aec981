package io.visitbot.visit;

/** Says in words why a text message did not arrive, and what to do instead. */
public interface DeliveryReasons {

    /** A sentence or two for staff; never empty. */
    String inWords(int errorCode);
}
