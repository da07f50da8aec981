package io.visitbot.webex;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpEntity;
import org.springframework.http.MediaType;
import org.springframework.http.client.MultipartBodyBuilder;
import org.springframework.util.MultiValueMap;
import tools.jackson.databind.json.JsonMapper;

/** Writes what Webex is sent. */
final class Bodies {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private Bodies() {
    }

    static Map<String, Object> message(NewMessage message) {
        Map<String, Object> body = new LinkedHashMap<>();
        putIfGiven(body, "roomId", message.roomId());
        putIfGiven(body, "toPersonId", message.toPersonId());
        putIfGiven(body, "parentId", message.parentId());
        body.put("markdown", message.markdown());
        if (message.card() != null) {
            body.put("attachments", List.of(Map.of("contentType", "application/vnd.microsoft.card.adaptive", "content",
                    JSON.readTree(message.card()))));
        }
        return body;
    }

    static MultiValueMap<String, HttpEntity<?>> parts(NewMessage message, NewFile file) {
        MultipartBodyBuilder parts = new MultipartBodyBuilder();
        message(message).forEach(parts::part);
        parts.part("files", file.content().getBytes(StandardCharsets.UTF_8), MediaType.parseMediaType(file.type()))
                .filename(file.name());
        return parts.build();
    }

    static Map<String, String> creation(NewWebhook webhook) {
        return Map.of("name", webhook.name(), "targetUrl", webhook.targetUrl(), "resource", webhook.resource(), "event",
                webhook.event(), "secret", webhook.secret().value());
    }

    static Map<String, String> update(NewWebhook webhook) {
        return Map.of("name", webhook.name(), "targetUrl", webhook.targetUrl(), "secret", webhook.secret().value(),
                "status", "active");
    }

    private static void putIfGiven(Map<String, Object> body, String name, @Nullable String value) {
        if (value != null) {
            body.put(name, value);
        }
    }
}
