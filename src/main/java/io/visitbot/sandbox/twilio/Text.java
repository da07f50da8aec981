package io.visitbot.sandbox.twilio;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.NullNode;

import io.visitbot.sandbox.journal.Endpoints;
import io.visitbot.sandbox.journal.Fields;
import io.visitbot.sandbox.journal.Times;

/**
 * A text message.
 *
 * @param direction {@code outbound-api}, {@code outbound-reply} or {@code inbound}
 * @param errorCode Twilio's number for why it was not delivered
 * @param callback where its statuses are told, null for nowhere
 */
record Text(String sid, String direction, String from, String to, @Nullable String service, String body, String status,
        @Nullable Integer errorCode, @Nullable String callback, Instant created, @Nullable Instant sent,
        Instant updated) {

    private static final Pattern LINK = Pattern.compile("https?://[^\\s<>\"]+[^\\s<>\".,;:!?)]");

    Text turned(String newStatus, @Nullable Integer newError, Instant at) {
        return new Text(sid, direction, from, to, service, body, newStatus, newError, callback, created,
                "sent".equals(newStatus) ? at : sent, at);
    }

    Text redacted(Instant at) {
        return new Text(sid, direction, from, to, service, "", status, errorCode, callback, created, sent, at);
    }

    boolean isDone() {
        return List.of("delivered", "undelivered", "failed", "canceled", "received").contains(status);
    }

    /** The number of the phone, not ours. */
    String phone() {
        return "inbound".equals(direction) ? from : to;
    }

    Map<String, Object> view() {
        boolean unsent = "accepted".equals(status);
        String uri = "/2010-04-01/Accounts/" + Endpoints.TWILIO_ACCOUNT + "/Messages/" + sid;
        Object none = NullNode.getInstance();
        return Fields.of("sid", sid, "account_sid", Endpoints.TWILIO_ACCOUNT, "api_version", "2010-04-01", "to", to,
                "from", unsent ? none : from, "messaging_service_sid", service == null ? none : service, "body", body,
                "status", status, "direction", direction, "num_segments",
                unsent ? "0" : String.valueOf(Segments.count(body)), "num_media", "0", "price", none, "price_unit",
                none,
                "error_code", errorCode == null ? none : errorCode, "error_message", none, "date_created",
                Times.rfc2822(created), "date_sent", sent == null ? none : Times.rfc2822(sent), "date_updated",
                Times.rfc2822(updated), "uri", uri + ".json", "subresource_uris", Map.of("media", uri + "/Media.json"));
    }

    Map<String, Object> onPhone() {
        Object none = NullNode.getInstance();
        return Fields.of("sid", sid, "direction", direction, "from", from, "body", body, "status", status, "errorCode",
                errorCode == null ? none : errorCode, "created", Times.iso(created), "links",
                LINK.matcher(body).results().map(MatchResult::group).toList());
    }
}
