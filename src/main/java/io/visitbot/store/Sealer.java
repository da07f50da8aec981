package io.visitbot.store;

import java.text.ParseException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWEObject;
import org.jspecify.annotations.Nullable;

/** Encrypts with the first key and decrypts with any. What is not encrypted is read as it stands. */
final class Sealer {

    /** The name under which what nobody encrypts is known. */
    static final String PLAIN = "off";

    private static final String JWE = "eyJ";
    private static final String JSON = "{";

    private final @Nullable EncryptionKey first;
    private final Map<String, EncryptionKey> keys;

    /** Where {@code first} is null, nothing is encrypted. */
    private Sealer(@Nullable EncryptionKey first, List<EncryptionKey> keys) {
        this.first = first;
        this.keys = keys.stream().collect(Collectors.toMap(EncryptionKey::id, Function.identity(), (one, same) -> one));
    }

    static Sealer with(List<String> keys) {
        List<EncryptionKey> made = keys.stream().map(EncryptionKey::of).toList();
        return new Sealer(made.getFirst(), made);
    }

    /** Encrypts nothing; the keys decrypt what was encrypted before. */
    static Sealer off(List<String> keys) {
        return new Sealer(null, keys.stream().map(EncryptionKey::of).toList());
    }

    static boolean isSealed(String stored) {
        return stored.startsWith(JWE) && stored.indexOf('.') > 0;
    }

    boolean isOff() {
        return first == null;
    }

    /** Names what {@link #seal} uses: a key, or none. */
    String name() {
        return first == null ? PLAIN : first.id();
    }

    /** How a JSON object begins after {@link #seal}. */
    String mark() {
        return first == null ? JSON : first.mark();
    }

    /** Whether {@link #seal} would have made this. */
    boolean isCurrent(String stored) {
        return first == null ? !isSealed(stored) : stored.startsWith(first.mark());
    }

    String seal(String plain) {
        return first == null ? plain : first.encrypt(plain);
    }

    /** A {@link SealedException} where no key fits, or where somebody changed it. */
    String open(String stored) {
        return isSealed(stored) ? decrypted(stored) : stored;
    }

    private String decrypted(String stored) {
        try {
            JWEObject jwe = JWEObject.parse(stored);
            EncryptionKey key = Optional.ofNullable(jwe.getHeader().getKeyID()).map(keys::get)
                    .orElseThrow(() -> new SealedException("its key is not listed in VISIT_ENCRYPTION_KEY"));
            return key.decrypt(jwe);
        } catch (ParseException | JOSEException damaged) {
            throw new SealedException("it was damaged or changed");
        }
    }

    /** What is stored can't be decrypted. */
    static final class SealedException extends RuntimeException {

        SealedException(String why) {
            super("can't be decrypted: " + why);
        }
    }
}
