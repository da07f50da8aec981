package io.visitbot.meeting.instantconnect;

import java.text.ParseException;
import java.util.List;

import com.nimbusds.jose.JWEObject;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import io.visitbot.meeting.instantconnect.Link.Links;

/**
 * Reads what joseencrypt answers, in either version: bare ciphers, or objects with a cipher and a short name. A cipher that
 * is no compact JWE is an error, so that no dead link reaches a chat.
 */
class EncryptedLinks {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private EncryptedLinks() {
    }

    static Links read(String answer) {
        try {
            JsonNode root = JSON.readTree(answer);
            String base = root.path("baseUrl").asString("");
            return new Links(links(root.path("host"), base), links(root.path("guest"), base));
        } catch (JacksonException noJson) {
            throw Encryption.unreadable();
        }
    }

    private static List<Link> links(JsonNode entries, String base) {
        return entries.valueStream().map(entry -> link(entry, base)).toList();
    }

    private static Link link(JsonNode entry, String base) {
        String cipher = entry.isString() ? entry.stringValue() : entry.path("cipher").asString("");
        return new Link(verified(cipher), shortUrl(entry.path("short").asString(""), base));
    }

    private static @Nullable String shortUrl(String name, String base) {
        if (name.isBlank() || name.startsWith("https://")) {
            return name.isBlank() ? null : name;
        }
        return base.isBlank() ? null : base + (base.endsWith("/") ? "" : "/") + name;
    }

    private static String verified(String cipher) {
        try {
            JWEObject parsed = JWEObject.parse(cipher);
            if (parsed.getCipherText() == null || parsed.getIV() == null || parsed.getAuthTag() == null) {
                throw Encryption.unreadable();
            }
            return cipher;
        } catch (ParseException noJwe) {
            throw Encryption.unreadable();
        }
    }
}
