package io.visitbot.end2end;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What Twilio would send to a bot, signed as the pretend Twilio signs it. */
final class SignedForms {

    private static final String TOKEN = "sandbox-twilio-token";

    private SignedForms() {
    }

    /** Gives the status of the answer. */
    static int send(String home, String path, Map<String, String> fields) {
        return Outside.http("POST", home + path, body(fields), headers(home + path, fields)).statusCode();
    }

    private static Map<String, String> headers(String url, Map<String, String> fields) {
        SortedMap<String, String> form = new TreeMap<>(fields);
        String signed = form.entrySet().stream().map(field -> field.getKey() + field.getValue())
                .collect(Collectors.joining("", url, ""));
        return Map.of("Content-Type", "application/x-www-form-urlencoded", "X-Twilio-Signature",
                Base64.getEncoder().encodeToString(SignedEvents.hmac(TOKEN, signed)));
    }

    private static String body(Map<String, String> fields) {
        return fields.entrySet().stream().map(field -> field.getKey() + "="
                + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8)).collect(Collectors.joining("&"));
    }
}
