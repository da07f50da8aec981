package io.visitbot.store;

import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import io.visitbot.platform.Secret;
import io.visitbot.platform.Settings;

/**
 * What join links and phone numbers are encrypted with on disk.
 *
 * @param off whether nothing is encrypted: {@code VISIT_ENCRYPTION_KEY} begins with {@code off}
 * @param keys {@code VISIT_ENCRYPTION_KEY}: 32 bytes each as base64 in either alphabet, separated by commas. The first
 * encrypts, all of them decrypt. Empty: with SQLite one is made and kept beside the database, PostgreSQL needs one
 */
public record EncryptionSettings(boolean off, List<Secret> keys) {

    /** How an operator makes a key. */
    static final String HOW = "make one with: openssl rand -base64 32";

    private static final String NAME = "VISIT_ENCRYPTION_KEY";
    private static final String OFF = "off";
    private static final int BYTES = 32;

    public static EncryptionSettings read(Settings settings) {
        Dialect dialect = StoreSettings.read(settings).dialect();
        Optional<EncryptionSettings> given = settings.parsed(NAME, EncryptionSettings::parse,
                "must be off, or 32 bytes as base64, or several such keys separated by commas; " + HOW);
        if (dialect == Dialect.POSTGRESQL && settings.text(NAME).isEmpty()) {
            settings.problem(NAME, "is missing: all instances that share a PostgreSQL need the same key; " + HOW
                    + ", or say off to store links and phone numbers unencrypted");
        }
        return given.orElseGet(() -> new EncryptionSettings(false, List.of()));
    }

    /** The bytes of a key; an {@link IllegalArgumentException} where there are not 32. */
    static byte[] bytes(String base64) {
        byte[] bytes = Base64.getDecoder()
                .decode(base64.strip().replace('-', '+').replace('_', '/').replaceFirst("=+$", ""));
        if (bytes.length != BYTES) {
            throw new IllegalArgumentException("not 32 bytes");
        }
        return bytes;
    }

    private static EncryptionSettings parse(String value) {
        List<String> entries = Stream.of(value.split("[,\\s]+")).filter(entry -> !entry.isEmpty()).toList();
        boolean off = !entries.isEmpty() && entries.getFirst().equalsIgnoreCase(OFF);
        List<String> keys = off ? entries.subList(1, entries.size()) : entries;
        if (entries.isEmpty()) {
            throw new IllegalArgumentException("nothing between the commas");
        }
        keys.forEach(EncryptionSettings::bytes);
        return new EncryptionSettings(off, keys.stream().map(Secret::new).toList());
    }
}
