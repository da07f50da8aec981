package io.visitbot.end2end;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A disk that one program can find full: a small tmpfs in a mount namespace of its own where this machine lets us have one,
 * else a limit on the size of the program's files.
 */
final class SmallDisk {

    private static final byte[] BLOCK = new byte[4096];

    private final Path folder;
    private final List<String> namespace;

    /** {@code folder} is where the disk is seen by the program. */
    SmallDisk(Path folder) {
        this.folder = folder;
        this.namespace = Commands.namespace();
    }

    boolean isReal() {
        return !namespace.isEmpty();
    }

    /** What the program's command begins with. */
    List<String> command() {
        return isReal()
                ? Commands.inNamespace(namespace, "mount -t tmpfs -o size=12m,mode=700 visit '" + folder + "'")
                : List.of("/usr/bin/env");
    }

    void fill(VisitProcess program) {
        if (!isReal()) {
            limit(program, "1:");
            return;
        }
        try (OutputStream ballast = Files.newOutputStream(seen(program, "ballast"))) {
            while (true) {
                ballast.write(BLOCK);
            }
        } catch (IOException full) {
            assertThat(seen(program, "ballast")).isNotEmptyFile();
        }
    }

    void free(VisitProcess program) {
        try {
            if (isReal()) {
                Files.delete(seen(program, "ballast"));
            } else {
                limit(program, "unlimited:");
            }
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    private Path seen(VisitProcess program, String file) {
        return Path.of("/proc", Long.toString(program.pid()), "root").resolve(folder.toString().substring(1))
                .resolve(file);
    }

    private static void limit(VisitProcess program, String bytes) {
        assertThat(Commands.run("prlimit", "--pid", Long.toString(program.pid()), "--fsize=" + bytes)).isZero();
    }
}
