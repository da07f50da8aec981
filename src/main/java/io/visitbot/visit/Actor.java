package io.visitbot.visit;

/**
 * Who does something to a visit.
 *
 * @param person the chat's id of the person
 * @param email the person's address, empty where the chat tells none
 */
public record Actor(String person, String email) {

    /** The program, where nobody asked for this very step. */
    public static final Actor ITSELF = new Actor("visit", "");

    public static Actor of(Requester requester) {
        return new Actor(requester.person(), requester.email());
    }

    @Override
    public String toString() {
        return "Actor[" + person + "]";
    }
}
