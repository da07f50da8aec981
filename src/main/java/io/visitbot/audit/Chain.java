package io.visitbot.audit;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;

import io.visitbot.visit.Act;

/**
 * Chains entries by hashes. An entry's hash is made of ten fields, each as the number of its UTF-8 bytes (four bytes, the
 * highest first) and these bytes: {@code previous} (64 hexadecimal digits, zeros for the first entry), {@code number} (decimal), {@code at}
 * (such as {@code 2026-01-05T12:00:00.123Z}), {@code event}, {@code visit}, {@code space}, {@code person}, {@code email},
 * {@code detail}, {@code key}. It is written as 64 hexadecimal digits.
 */
public final class Chain {

    /** What stands for the hash of the entry before the first. */
    public static final String BEGINNING = "0".repeat(64);

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSX", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    private final UnaryOperator<byte[]> seal;

    /** {@code seal} gives 32 bytes: a digest, or a code that needs a key to be made. */
    public Chain(UnaryOperator<byte[]> seal) {
        this.seal = seal;
    }

    /** Sealed with SHA-256, which whoever has the entries can check, and whoever can write them all can make anew. */
    public static Chain plain() {
        return new Chain(Chain::sha256);
    }

    /** The entry that comes after the head. */
    public Entry next(Head head, Act act, Instant at) {
        Entry open = new Entry(head.last() + 1, at.truncatedTo(ChronoUnit.MILLIS), act.kind().word(), act.visit(),
                act.space(), act.by().person(), act.by().email(), act.detail(), act.key(), head.hash(), "");
        return new Entry(open.number(), open.at(), open.event(), open.visit(), open.space(), open.person(),
                open.email(), open.detail(), open.key(), open.previous(), hash(open));
    }

    /** The hash that the entry must have. */
    String hash(Entry entry) {
        return HexFormat.of().formatHex(seal.apply(bytes(List.of(entry.previous(), Long.toString(entry.number()),
                time(entry.at()), entry.event(), entry.visit(), entry.space(), entry.person(), entry.email(),
                entry.detail(), entry.key()))));
    }

    /** Always with three digits after the second. */
    static String time(Instant at) {
        return TIME.format(at);
    }

    static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException(missing);
        }
    }

    private static byte[] bytes(List<String> fields) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(all)) {
            for (String field : fields) {
                byte[] bytes = field.getBytes(StandardCharsets.UTF_8);
                out.writeInt(bytes.length);
                out.write(bytes);
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return all.toByteArray();
    }
}
