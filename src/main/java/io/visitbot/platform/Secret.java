package io.visitbot.platform;

import java.nio.charset.StandardCharsets;

/** A value that must never be printed: a token, a key, a password. Shows as {@code ****} wherever it is written out. */
public record Secret(String value) {

    public byte[] bytes() {
        return value.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public String toString() {
        return "****";
    }
}
