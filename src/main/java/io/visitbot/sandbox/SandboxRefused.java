package io.visitbot.sandbox;

/** The sandbox does not start as it is set up. */
class SandboxRefused extends RuntimeException {

    private final String action;

    SandboxRefused(String message, String action) {
        super(message);
        this.action = action;
    }

    String action() {
        return action;
    }
}
