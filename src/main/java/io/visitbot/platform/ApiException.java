package io.visitbot.platform;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Predicate;

import org.jspecify.annotations.Nullable;

/**
 * A call to an outside service that did not work, classified once, where the answer is read. Its message holds the
 * service, the kind, the status and the service's own tracking id, and nothing that was sent.
 */
public class ApiException extends RuntimeException {

    /** What can be done about it. */
    public enum Kind {
        /** A 5xx, a time-out, a cut connection: worth another try where trying is safe. */
        UNAVAILABLE,
        /** 429 or 423: not processed, and welcome again later. */
        LIMITED,
        /** The service understood and said no: 400, 403, 409 and their like. */
        REFUSED,
        /** Wrong token or licence: an operator has to act. */
        MISCONFIGURED,
        /** 404 or 410: what was asked for is not there, or not for us. */
        GONE,
        /** An answer that can't be read. */
        UNREADABLE
    }

    private final String api;
    private final Kind kind;
    private final int status;
    private final String reference;
    private final @Nullable Duration retryAfter;
    private final boolean processed;
    private final boolean held;
    private final String reason;

    private ApiException(Builder facts, @Nullable Throwable cause) {
        super(facts.api + " " + facts.kind + (facts.status > 0 ? " status " + facts.status : "")
                + (facts.reference.isEmpty() ? "" : " tracking " + facts.reference), cause);
        this.api = facts.api;
        this.kind = facts.kind;
        this.status = facts.status;
        this.reference = facts.reference;
        this.retryAfter = facts.retryAfter;
        this.processed = facts.processed;
        this.held = facts.held;
        this.reason = facts.reason;
    }

    public static Builder of(String api, Kind kind) {
        return new Builder(api, kind);
    }

    public static Predicate<Throwable> is(Kind... kinds) {
        return error -> error instanceof ApiException failure && java.util.List.of(kinds).contains(failure.kind);
    }

    public static Predicate<Throwable> status(int status) {
        return error -> error instanceof ApiException failure && failure.status == status;
    }

    /** The service's short name: {@code webex}, {@code instant-connect}, {@code twilio}. */
    public String api() {
        return api;
    }

    public Kind kind() {
        return kind;
    }

    /** The HTTP status, 0 where there was no answer. */
    public int status() {
        return status;
    }

    /** The service's tracking id, empty where it gave none. */
    public String reference() {
        return reference;
    }

    /** How long the service wants to be left alone. */
    public Optional<Duration> retryAfter() {
        return Optional.ofNullable(retryAfter);
    }

    /** False where the call is known to have had no effect, so that even an unsafe one can be repeated. */
    public boolean mayHaveBeenProcessed() {
        return processed;
    }

    /** True where the call was not made at all, since it is known that the service would not have taken it. */
    public boolean wasHeldBack() {
        return held;
    }

    /** The service's own words, or an empty text. May hold what was sent: never log it. */
    public String reason() {
        return reason;
    }

    /** Gathers what is known of a failed call. */
    public static final class Builder {

        private final String api;
        private final Kind kind;
        private int status;
        private String reference = "";
        private String reason = "";
        private @Nullable Duration retryAfter;
        private boolean processed = true;
        private boolean held;

        private Builder(String api, Kind kind) {
            this.api = api;
            this.kind = kind;
        }

        public Builder status(int status) {
            this.status = status;
            return this;
        }

        public Builder reference(@Nullable String reference) {
            this.reference = reference == null ? "" : reference;
            return this;
        }

        public Builder reason(@Nullable String reason) {
            this.reason = reason == null ? "" : reason;
            return this;
        }

        public Builder retryAfter(@Nullable Duration retryAfter) {
            this.retryAfter = retryAfter;
            return this;
        }

        public Builder notProcessed() {
            this.processed = false;
            return this;
        }

        Builder heldBack() {
            this.held = true;
            return notProcessed();
        }

        public ApiException build() {
            return new ApiException(this, null);
        }

        public ApiException build(Throwable cause) {
            return new ApiException(this, cause);
        }
    }
}
