package io.visitbot.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;

import org.jspecify.annotations.Nullable;

import io.visitbot.platform.SettingsException;

/** The file of an SQLite store, held by one process at a time, in a folder that only its user can read. */
final class SqliteFile implements AutoCloseable {

    private static final String TAKEN = "DATABASE_URL names an SQLite file (./data/visit.db where it is empty) that another "
            + "running Visit uses: stop that one, give this one a file of its own, or let both share a PostgreSQL";
    private static final String UNWRITABLE = "DATABASE_URL names an SQLite file (./data/visit.db where it is empty) in a "
            + "folder that can't be made or written: let the user who runs Visit write there, or name another place";

    private final Path path;
    private final FileChannel channel;

    private SqliteFile(Path path, FileChannel channel) {
        this.path = path;
        this.channel = channel;
    }

    /** Makes the folder, takes the lock and readies a place for the driver's native library. */
    static SqliteFile hold(Path file) {
        try {
            Path path = file.toAbsolutePath();
            Path folder = privateFolder(path.resolveSibling("."));
            FileChannel channel = lock(path.resolveSibling(path.getFileName() + ".lock"));
            unpackDriverIn(privateFolder(folder.resolve("tmp")));
            return new SqliteFile(path, channel);
        } catch (IOException unwritable) {
            throw new SettingsException(List.of(UNWRITABLE));
        }
    }

    Path path() {
        return path;
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException unlockable) {
            throw new UncheckedIOException(unlockable);
        }
    }

    private static Path privateFolder(Path folder) throws IOException {
        Path place = folder.normalize();
        if (Files.isDirectory(place)) {
            return place;
        }
        Files.createDirectories(place);
        if (Files.getFileStore(place).supportsFileAttributeView("posix")) {
            Files.setPosixFilePermissions(place, PosixFilePermissions.fromString("rwx------"));
        }
        return place;
    }

    private static FileChannel lock(Path file) throws IOException {
        FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        if (tryLock(channel) == null) {
            channel.close();
            throw new SettingsException(List.of(TAKEN));
        }
        return channel;
    }

    private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException takenByThisProcess) {
            return null;
        }
    }

    private static void unpackDriverIn(Path folder) throws IOException {
        try (DirectoryStream<Path> left = Files.newDirectoryStream(folder, "sqlite-*")) {
            for (Path file : left) {
                Files.deleteIfExists(file);
            }
        }
        System.setProperty("org.sqlite.tmpdir", folder.toString());
    }
}
