package io.visitbot.webhook;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;

import io.visitbot.platform.Secret;

/**
 * Tells Webex's calls from others: {@code X-Spark-Signature} is the HMAC-SHA1 of the body's bytes in hex. The newer
 * {@code X-Webex-Signature} has no agreed form, so it is checked where it can be read and passed over where not.
 */
final class Signature {

    private static final Pattern SHA256 = Pattern.compile("sha-?256=([0-9a-f]{64})(?![0-9a-f])");

    private Signature() {
    }

    static boolean fits(HttpHeaders headers, byte[] body, Secret secret) {
        return sparkFits(headers.getFirst("X-Spark-Signature"), body, secret)
                && webexFits(headers.getFirst("X-Webex-Signature"), body, secret);
    }

    private static boolean sparkFits(@Nullable String header, byte[] body, Secret secret) {
        return header != null && equal(header.strip(), hmac("HmacSHA1", body, secret));
    }

    private static boolean webexFits(@Nullable String header, byte[] body, Secret secret) {
        Matcher sha256 = SHA256.matcher(header == null ? "" : header.toLowerCase(Locale.ROOT));
        return !sha256.find() || equal(sha256.group(1), hmac("HmacSHA256", body, secret));
    }

    private static boolean equal(String hex, byte[] expected) {
        try {
            return MessageDigest.isEqual(HexFormat.of().parseHex(hex), expected);
        } catch (IllegalArgumentException noHex) {
            return false;
        }
    }

    private static byte[] hmac(String algorithm, byte[] body, Secret secret) {
        try {
            Mac mac = Mac.getInstance(algorithm);
            mac.init(new SecretKeySpec(secret.bytes(), algorithm));
            return mac.doFinal(body);
        } catch (GeneralSecurityException absent) {
            throw new IllegalStateException(absent);
        }
    }
}
