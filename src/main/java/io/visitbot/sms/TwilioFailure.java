package io.visitbot.sms;

import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.UnknownHostException;
import java.util.Set;
import java.util.stream.Stream;

import javax.net.ssl.SSLHandshakeException;

import com.twilio.http.Response;
import org.apache.hc.client5.http.ConnectTimeoutException;
import org.apache.hc.core5.http.ConnectionRequestTimeoutException;
import org.apache.hc.core5.http.Header;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

import io.visitbot.platform.ApiException;
import io.visitbot.platform.ApiException.Kind;
import io.visitbot.platform.RetryPolicy;

/** Sorts what Twilio or the way to it did wrong. A refusal's {@link ApiException#reason()} is Twilio's error code alone. */
final class TwilioFailure {

    static final String API = "twilio";

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Set<Integer> NOT_NOW = Set.of(20429, 21611);
    private static final Set<Integer> ACCOUNT = Set.of(20003, 20005, 20006, 20008);

    private TwilioFailure() {
    }

    /** Twilio answered something other than 2xx. */
    static ApiException answered(Response response) {
        int status = response.getStatusCode();
        int code = code(response);
        Kind kind = kind(status, code);
        ApiException.Builder facts = ApiException.of(API, kind).status(status)
                .reference(header(response, "Twilio-Request-Id")).reason(code == 0 ? "" : Integer.toString(code));
        String pause = header(response, "Retry-After");
        if (kind == Kind.LIMITED || (kind == Kind.UNAVAILABLE && pause != null)) {
            facts.retryAfter(RetryPolicy.retryAfter(pause));
        }
        return kind == Kind.UNAVAILABLE ? facts.build() : facts.notProcessed().build();
    }

    /** There was no answer. What never got through has had no effect; of anything else nobody knows. */
    static ApiException unanswered(@Nullable Throwable cause) {
        ApiException.Builder facts = ApiException.of(API, Kind.UNAVAILABLE);
        boolean neverSent = switch (cause) {
            case ConnectException refused -> true;
            case UnknownHostException unknown -> true;
            case NoRouteToHostException unreachable -> true;
            case ConnectTimeoutException late -> true;
            case ConnectionRequestTimeoutException busy -> true;
            case SSLHandshakeException distrusted -> true;
            case null, default -> false;
        };
        ApiException.Builder known = neverSent ? facts.notProcessed() : facts;
        return cause == null ? known.build() : known.build(cause);
    }

    private static Kind kind(int status, int code) {
        if (status == 429 || NOT_NOW.contains(code)) {
            return Kind.LIMITED;
        }
        if (status == 401 || ACCOUNT.contains(code)) {
            return Kind.MISCONFIGURED;
        }
        return switch (status) {
            case 403 -> code == 0 ? Kind.MISCONFIGURED : Kind.REFUSED;
            case 404, 410 -> Kind.GONE;
            case 408 -> Kind.UNAVAILABLE;
            default -> status >= 500 ? Kind.UNAVAILABLE : status < 400 ? Kind.UNREADABLE : Kind.REFUSED;
        };
    }

    private static int code(Response response) {
        try {
            return response.getStream() == null ? 0 : JSON.readTree(response.getContent()).path("code").asInt(0);
        } catch (JacksonException html) {
            return 0;
        }
    }

    private static @Nullable String header(Response response, String name) {
        Header[] headers = response.getHeaders();
        return headers == null
                ? null
                : Stream.of(headers).filter(header -> name.equalsIgnoreCase(header.getName())).map(Header::getValue)
                        .findFirst().orElse(null);
    }
}
