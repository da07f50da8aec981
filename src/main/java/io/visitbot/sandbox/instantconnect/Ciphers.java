package io.visitbot.sandbox.instantconnect;

import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;

import com.nimbusds.jose.EncryptionMethod;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWEAlgorithm;
import com.nimbusds.jose.JWEHeader;
import com.nimbusds.jose.JWEObject;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.MACVerifier;
import com.nimbusds.jose.crypto.PasswordBasedDecrypter;
import com.nimbusds.jose.crypto.PasswordBasedEncrypter;
import com.nimbusds.jose.util.JSONObjectUtils;

import io.visitbot.sandbox.journal.Fields;
import io.visitbot.sandbox.journal.Wrong;
import io.visitbot.sandbox.webex.People;

/** Seals tickets into links and opens them again: a signed JWT inside a password-based JWE. */
final class Ciphers {

    private static final String AUDIENCE = "a4d886b0-979f-4e2c-a958-3e8c14605e51";
    private static final byte[] PASSWORD = "sandbox-cipher-password".getBytes(StandardCharsets.UTF_8);
    private static final byte[] SIGNING_KEY = "sandbox-signing-key-".repeat(4).getBytes(StandardCharsets.UTF_8);
    private static final int MAX_CIPHER = 8_000;

    private final RandomGenerator random;

    Ciphers(RandomGenerator random) {
        this.random = random;
    }

    String seal(Ticket ticket, LinkRequest.Sealing sealing) {
        try {
            JWSHeader inner = new JWSHeader.Builder(JWSAlgorithm.parse(sealing.jwsAlg())).type(JOSEObjectType.JWT)
                    .build();
            JWSObject signed = new JWSObject(inner, new Payload(claims(ticket)));
            signed.sign(new MACSigner(SIGNING_KEY));
            JWEHeader header = new JWEHeader.Builder(JWEAlgorithm.parse(sealing.jweAlg()),
                    EncryptionMethod.parse(sealing.enc())).contentType("JWT").issuer(People.ORG.toString())
                    .audience(List.of(AUDIENCE)).build();
            JWEObject sealed = new JWEObject(header, new Payload(signed));
            sealed.encrypt(encrypter(sealing));
            return sealed.serialize();
        } catch (JOSEException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private PasswordBasedEncrypter encrypter(LinkRequest.Sealing sealing) {
        int salt = sealing.saltLength() < 0 ? random.nextInt(8, 33) : sealing.saltLength();
        int iterations = sealing.iterations() < 0 ? random.nextInt(1_000, 2_000) : sealing.iterations();
        return new PasswordBasedEncrypter(PASSWORD, salt, iterations);
    }

    private static Map<String, Object> claims(Ticket ticket) {
        return Fields.of("jti", ticket.id(), "sub", ticket.visit(), "aud", AUDIENCE, "iss", People.ORG.toString(),
                "nbf",
                ticket.nbf(), "exp", ticket.exp(), "host", ticket.host(), "by", ticket.creatorId(), "devices",
                ticket.devices());
    }

    /** The ticket in a link; refused when it cannot be read. */
    Ticket open(String cipher) {
        try {
            return ticket(decrypted(cipher));
        } catch (ParseException | JOSEException | IllegalArgumentException unreadable) {
            throw new Wrong(400, "The link cannot be read.");
        }
    }

    private static Map<String, Object> decrypted(String cipher) throws ParseException, JOSEException {
        if (cipher.length() > MAX_CIPHER) {
            throw new ParseException("too long", MAX_CIPHER);
        }
        JWEObject sealed = JWEObject.parse(cipher);
        sealed.decrypt(new PasswordBasedDecrypter(PASSWORD));
        JWSObject signed = sealed.getPayload().toJWSObject();
        if (signed == null || !signed.verify(new MACVerifier(SIGNING_KEY))) {
            throw new JOSEException("not signed by us");
        }
        return signed.getPayload().toJSONObject();
    }

    private static Ticket ticket(Map<String, Object> claims) throws ParseException {
        return new Ticket(JSONObjectUtils.getString(claims, "jti"), JSONObjectUtils.getString(claims, "sub"),
                JSONObjectUtils.getBoolean(claims, "host"), JSONObjectUtils.getString(claims, "by"),
                JSONObjectUtils.getLong(claims, "nbf"), JSONObjectUtils.getLong(claims, "exp"),
                List.copyOf(JSONObjectUtils.getStringList(claims, "devices")));
    }
}
