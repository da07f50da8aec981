package io.visitbot.store;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import io.visitbot.platform.PhoneNumber;

/** What stands in a column in a phone number's place, so that the number can be looked for and not be read: HMAC-SHA-256. */
final class NumberHash {

    private static final String HMAC = "HmacSHA256";

    private final SecretKeySpec key;

    NumberHash(String base64) {
        this.key = new SecretKeySpec(EncryptionSettings.bytes(base64), HMAC);
    }

    /** Begins with a letter, a digit, a hyphen or an underscore, never with a plus sign as a number does. */
    String of(String e164) {
        try {
            Mac mac = Mac.getInstance(HMAC);
            mac.init(key);
            return Base64.getUrlEncoder().withoutPadding()
                    .encodeToString(mac.doFinal(e164.getBytes(StandardCharsets.US_ASCII)));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    String of(PhoneNumber number) {
        return of(number.e164());
    }
}
