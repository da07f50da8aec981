package io.visitbot.sandbox.faults;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * A piece of trouble that was ordered.
 *
 * @param service {@code webex}, {@code instantconnect} or {@code twilio}
 * @param status the answer's status, for {@link Kind#STATUS}
 * @param retryAfter seconds for the answer's {@code Retry-After}, null for none
 * @param ms how long to wait, for {@link Kind#SLOW}
 * @param left how often it still strikes, null for until it is cleared
 * @param method only requests of this method, null for all
 * @param path only requests whose path holds this, null for all
 * @param errorCode Twilio's number, for {@link Kind#UNDELIVERED}
 */
record Fault(String id, String service, Kind kind, int status, @Nullable Integer retryAfter, int ms,
        @Nullable Integer left, @Nullable String method, @Nullable String path, int errorCode) {

    enum Kind {
        STATUS, SLOW, DOWN, UNDELIVERED, ACCEPT_THEN_FAIL, ACCEPT_THEN_HANG;

        String label() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    boolean strikes(String service, String method, String path) {
        return kind != Kind.UNDELIVERED && this.service.equals(service)
                && (this.method == null || this.method.equalsIgnoreCase(method))
                && (this.path == null || path.contains(this.path));
    }

    boolean isSpent() {
        return left != null && left <= 0;
    }

    Fault struck() {
        return new Fault(id, service, kind, status, retryAfter, ms, left == null ? null : left - 1, method, path,
                errorCode);
    }

    Map<String, @Nullable Object> view() {
        Map<String, @Nullable Object> view = new LinkedHashMap<>();
        view.put("id", id);
        view.put("service", service);
        view.put("kind", kind.label());
        view.put("status", kind == Kind.STATUS ? status : null);
        view.put("retryAfter", retryAfter);
        view.put("ms", kind == Kind.SLOW ? ms : null);
        view.put("method", method);
        view.put("path", path);
        view.put("errorCode", kind == Kind.UNDELIVERED ? errorCode : null);
        view.put("left", left);
        return view;
    }
}
