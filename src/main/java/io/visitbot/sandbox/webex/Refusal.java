package io.visitbot.sandbox.webex;

import io.visitbot.sandbox.journal.Wrong;

/**
 * A request that the real Webex refuses, too. The message is the one of its error body, the description tells what was
 * wrong with this request.
 */
public final class Refusal extends Wrong {

    private final String summary;

    private Refusal(int status, String summary, String description) {
        super(status, description);
        this.summary = summary;
    }

    /** The {@code message} of the error body. */
    String summary() {
        return summary;
    }

    public static Refusal badRequest(String description) {
        return new Refusal(400, "The request could not be understood by the server due to malformed syntax.",
                description);
    }

    public static Refusal unauthorized() {
        String message = "The request requires a valid access token set in the Authorization request header.";
        return new Refusal(401, message, message);
    }

    public static Refusal forbidden(String description) {
        return new Refusal(403, "The server understood the request, but refused to fulfill it because the access token"
                + " is missing required scopes or the user is missing required roles or licenses.", description);
    }

    public static Refusal notFound(String description) {
        return new Refusal(404, "The requested resource could not be found.", description);
    }

    public static Refusal conflict(String description) {
        return new Refusal(409, description, description);
    }

    public static Refusal unsupportedMediaType() {
        return new Refusal(415, "Content type is not supported.", "Use application/json.");
    }
}
