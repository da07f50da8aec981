package io.visitbot.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import io.visitbot.platform.SettingsException;

/** The file {@code visit.key} beside an SQLite database: the key that nobody had to set. Only its owner can read it. */
record KeyFile(Path path) {

    private static final Logger LOG = LoggerFactory.getLogger(KeyFile.class);
    private static final String NAME = "visit.key";
    private static final Set<PosixFilePermission> OWNER = EnumSet.of(PosixFilePermission.OWNER_READ,
            PosixFilePermission.OWNER_WRITE);
    private static final String WHERE = "The key in visit.key, beside the database, ";

    static KeyFile beside(Path database) {
        return new KeyFile(database.resolveSibling(NAME));
    }

    boolean exists() {
        return Files.exists(path);
    }

    /** The key as base64. */
    String read() {
        try {
            String key = Files.readString(path, StandardCharsets.US_ASCII).strip();
            EncryptionSettings.bytes(key);
            warnIfOthersCanRead();
            return key;
        } catch (IOException | IllegalArgumentException unreadable) {
            throw refused("can't be read or is no key: put it back from your copy of it, and let the user who runs "
                    + "Visit read it");
        }
    }

    /** Writes the key so that it is there after a crash, whole or not at all. */
    void make(String key) {
        Path draft = path.resolveSibling(NAME + ".new");
        try {
            Files.deleteIfExists(draft);
            write(draft, key + "\n");
            Files.move(draft, path, StandardCopyOption.ATOMIC_MOVE);
            syncFolder();
        } catch (IOException unwritable) {
            throw refused("can't be written: let the user who runs Visit write there, or set VISIT_ENCRYPTION_KEY");
        }
        LOG.warn("A key was made in {}: join links and phone numbers are encrypted with it. Keep a copy of that file "
                + "elsewhere, and not with the backups of the database: without it they can't be read any more.", path);
    }

    private void write(Path file, String text) throws IOException {
        Set<StandardOpenOption> anew = EnumSet.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        try (FileChannel channel = FileChannel.open(file, anew, attributes())) {
            ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.US_ASCII));
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
        }
    }

    private FileAttribute<?>[] attributes() throws IOException {
        return hasModes()
                ? new FileAttribute<?>[]{PosixFilePermissions.asFileAttribute(OWNER)}
                : new FileAttribute<?>[0];
    }

    private void syncFolder() throws IOException {
        if (hasModes()) {
            try (FileChannel folder = FileChannel.open(path.resolveSibling("."), StandardOpenOption.READ)) {
                folder.force(true);
            }
        }
    }

    private void warnIfOthersCanRead() throws IOException {
        if (hasModes() && !OWNER.containsAll(Files.getPosixFilePermissions(path))) {
            LOG.warn("Others than its owner can read or change {}: say chmod 600 for it.", path);
        }
    }

    private boolean hasModes() throws IOException {
        return Files.getFileStore(path.resolveSibling(".")).supportsFileAttributeView("posix");
    }

    private static SettingsException refused(String why) {
        return new SettingsException(List.of(WHERE + why));
    }
}
