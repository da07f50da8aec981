package io.visitbot.sandbox.twilio;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;

import io.visitbot.sandbox.journal.Endpoints;
import io.visitbot.sandbox.journal.Journal;
import io.visitbot.sandbox.journal.Outbox;

/** Tells the bot what became of its texts and what the phones answer: signed forms, in order per message. */
final class Callbacks {

    private static final DateTimeFormatter DLR = DateTimeFormatter.ofPattern("uuMMddHHmm", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    private final Journal journal;
    private final Supplier<String> inboundUrl;

    Callbacks(Journal journal, Supplier<String> inboundUrl) {
        this.journal = journal;
        this.inboundUrl = inboundUrl;
    }

    void status(Text text) {
        if (text.callback() == null) {
            return;
        }
        SortedMap<String, String> form = form(text);
        form.put("MessageStatus", text.status());
        form.put("SmsStatus", text.status());
        if (text.errorCode() != null) {
            form.put("ErrorCode", text.errorCode().toString());
        }
        if (text.service() != null) {
            form.put("MessagingServiceSid", text.service());
        }
        if (text.isDone()) {
            form.put("RawDlrDoneDate", DLR.format(text.updated()));
        }
        post(text.sid(), text.callback(), form);
    }

    void inbound(Text text) {
        SortedMap<String, String> form = form(text);
        form.put("Body", text.body());
        form.put("NumMedia", "0");
        form.put("NumSegments", String.valueOf(Segments.count(text.body())));
        form.put("SmsMessageSid", text.sid());
        form.put("SmsStatus", "received");
        post(text.sid(), inboundUrl.get(), form);
    }

    private static SortedMap<String, String> form(Text text) {
        return new TreeMap<>(Map.of("AccountSid", Endpoints.TWILIO_ACCOUNT, "ApiVersion", "2010-04-01", "From",
                text.from(), "To", text.to(), "MessageSid", text.sid(), "SmsSid", text.sid()));
    }

    private void post(String lane, String url, SortedMap<String, String> form) {
        Map<String, String> headers = Map.of("Content-Type", "application/x-www-form-urlencoded; charset=UTF-8",
                "X-Twilio-Signature", Signature.of(Endpoints.TWILIO_TOKEN, url, form), "I-Twilio-Idempotency-Token",
                journal.ids().get().toString());
        String body = form.entrySet().stream().map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
                .collect(Collectors.joining("&"));
        journal.outbox().post(lane, new Outbox.Letter("twilio", URI.create(url), headers, body)).exceptionally(
                _ -> new Outbox.Answer(0, ""));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
