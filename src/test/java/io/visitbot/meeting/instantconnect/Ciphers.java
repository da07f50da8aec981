package io.visitbot.meeting.instantconnect;

import com.nimbusds.jose.EncryptionMethod;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWEAlgorithm;
import com.nimbusds.jose.JWEHeader;
import com.nimbusds.jose.JWEObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.PasswordBasedEncrypter;

/** Ciphers of the kind that Instant Connect makes. */
public final class Ciphers {

    private Ciphers() {
    }

    public static String of(String content) {
        try {
            JWEObject cipher = new JWEObject(
                    new JWEHeader.Builder(JWEAlgorithm.PBES2_HS512_A256KW, EncryptionMethod.A256GCM).contentType("JWT")
                            .build(),
                    new Payload(content));
            cipher.encrypt(new PasswordBasedEncrypter("a password", 8, 1000));
            return cipher.serialize();
        } catch (JOSEException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
