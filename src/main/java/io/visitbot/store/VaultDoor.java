package io.visitbot.store;

import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

import io.visitbot.platform.Secret;
import io.visitbot.platform.SettingsException;

/**
 * Finds the keys at start-up, and whether they are those of the database: the secret that numbers are hashed with is drawn
 * once, kept encrypted, and must open. It outlives every change of keys, and so does who wants no text messages.
 */
final class VaultDoor {

    /** The name of that secret in the table of settings. */
    static final String CHECKED = "number-hash-secret";

    private static final Logger LOG = LoggerFactory.getLogger(VaultDoor.class);
    private static final String SELECT = "select value from setting where name = '" + CHECKED + "'";
    private static final String INSERT = "insert into setting (name, value) values ('" + CHECKED
            + "', :value) on conflict do nothing";
    private static final String LOST = "The key of this database is gone: it was encrypted with the key in visit.key, "
            + "beside it, or with one in VISIT_ENCRYPTION_KEY. Put the file back, or the setting; no new key was made";
    private static final String OFF = "VISIT_ENCRYPTION_KEY is off, but this database is encrypted: give its key, or off "
            + "and its key, separated by a comma, to have everything decrypted";
    private static final String WRONG = "VISIT_ENCRYPTION_KEY, or visit.key where it is empty, is not the key that this "
            + "database is encrypted with: put the right one back. After a change of keys, list the new key first and the old "
            + "one second until the log says that the old one is not needed any more";

    private final JdbcClient jdbc;
    private final @Nullable KeyFile file;
    private final EncryptionSettings settings;
    private final RandomGenerator random;

    private VaultDoor(Database database, EncryptionSettings settings, RandomGenerator random) {
        this.jdbc = JdbcClient.create(database.pool());
        this.file = Optional.ofNullable(database.path()).map(KeyFile::beside).orElse(null);
        this.settings = settings;
        this.random = random;
    }

    /** Opens the vault of a migrated database, or says in a {@link SettingsException} why that can't be. */
    static Vault open(Database database, EncryptionSettings settings, RandomGenerator random) {
        return new VaultDoor(database, settings, random).open();
    }

    private Vault open() {
        String before = stored();
        Sealer sealer = sealer(before != null && Sealer.isSealed(before));
        if (before == null) {
            jdbc.sql(INSERT).param("value", sealer.seal(draw())).update();
        }
        String stored = String.valueOf(stored());
        if (settings.off()) {
            LOG.warn("VISIT_ENCRYPTION_KEY is off: join links and phone numbers stand unencrypted in the database. To "
                    + "encrypt them, set a key; {}.", EncryptionSettings.HOW);
        }
        return new Vault(sealer, new NumberHash(opened(sealer, stored)));
    }

    private Sealer sealer(boolean encrypted) {
        List<String> keys = settings.keys().stream().map(Secret::value).toList();
        if (settings.off()) {
            return Sealer.off(keys);
        }
        return Sealer.with(keys.isEmpty() ? List.of(ownKey(encrypted)) : keys);
    }

    private String ownKey(boolean encrypted) {
        if (file == null) {
            throw new SettingsException(List.of("VISIT_ENCRYPTION_KEY is missing; " + EncryptionSettings.HOW));
        }
        if (file.exists()) {
            return file.read();
        }
        if (encrypted) {
            throw new SettingsException(List.of(LOST));
        }
        String key = draw();
        file.make(key);
        return key;
    }

    private String opened(Sealer sealer, String stored) {
        try {
            return sealer.open(stored);
        } catch (Sealer.SealedException locked) {
            throw new SettingsException(List.of(settings.off() && settings.keys().isEmpty() ? OFF : WRONG));
        }
    }

    private @Nullable String stored() {
        return jdbc.sql(SELECT).query(String.class).optional().orElse(null);
    }

    private String draw() {
        byte[] bytes = new byte[32];
        random.nextBytes(bytes);
        return Base64.getEncoder().encodeToString(bytes);
    }
}
