package io.visitbot.store;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.InvalidAlgorithmParameterException;
import java.util.Base64;

import javax.crypto.KDF;
import javax.crypto.SecretKey;
import javax.crypto.spec.HKDFParameterSpec;

import com.nimbusds.jose.EncryptionMethod;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWEAlgorithm;
import com.nimbusds.jose.JWEHeader;
import com.nimbusds.jose.JWEObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.DirectDecrypter;
import com.nimbusds.jose.crypto.DirectEncrypter;

/**
 * One key that texts are encrypted with: a compact JWE, AES-256-GCM with a key derived by HKDF-SHA-256, whose header names
 * the key.
 */
final class EncryptionKey {

    private static final int ID_BYTES = 9;

    private final String id;
    private final JWEHeader header;
    private final DirectEncrypter encrypter;
    private final DirectDecrypter decrypter;

    private EncryptionKey(String id, SecretKey key) throws JOSEException {
        this.id = id;
        this.header = new JWEHeader.Builder(JWEAlgorithm.DIR, EncryptionMethod.A256GCM).keyID(id).build();
        this.encrypter = new DirectEncrypter(key);
        this.decrypter = new DirectDecrypter(key);
    }

    /** The key for these 32 bytes as base64. */
    static EncryptionKey of(String base64) {
        byte[] master = EncryptionSettings.bytes(base64);
        try {
            KDF hkdf = KDF.getInstance("HKDF-SHA256");
            byte[] id = hkdf.deriveData(derivation(master, "visit key id", ID_BYTES));
            SecretKey key = hkdf.deriveKey("AES", derivation(master, "visit at rest", EncryptionMethod.A256GCM
                    .cekBitLength() / Byte.SIZE));
            return new EncryptionKey(Base64.getUrlEncoder().withoutPadding().encodeToString(id), key);
        } catch (GeneralSecurityException | JOSEException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Names it without telling anything of it. */
    String id() {
        return id;
    }

    /** How everything begins that it encrypts. */
    String mark() {
        return header.toBase64URL() + ".";
    }

    String encrypt(String plain) {
        JWEObject jwe = new JWEObject(header, new Payload(plain));
        try {
            jwe.encrypt(encrypter);
        } catch (JOSEException failure) {
            throw new IllegalStateException("encryption failed", failure);
        }
        return jwe.serialize();
    }

    /** Throws where it was changed. */
    String decrypt(JWEObject jwe) throws JOSEException {
        jwe.decrypt(decrypter);
        return jwe.getPayload().toString();
    }

    private static HKDFParameterSpec derivation(byte[] master, String purpose, int length)
            throws InvalidAlgorithmParameterException {
        return HKDFParameterSpec.ofExtract().addIKM(master).thenExpand(purpose.getBytes(StandardCharsets.US_ASCII),
                length);
    }
}
