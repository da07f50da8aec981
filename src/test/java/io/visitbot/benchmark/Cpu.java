package io.visitbot.benchmark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** The processor time that processes have used, in seconds, from Linux's {@code /proc}. */
final class Cpu {

    private static final double TICKS_PER_SECOND = 100;

    private Cpu() {
    }

    /** Of the process, of its children that have ended, and of those that live. */
    static double ofFamily(ProcessHandle root) {
        return of(root, 4) + root.descendants().mapToDouble(child -> of(child, 2)).sum();
    }

    /** Of the process alone. */
    static double of(ProcessHandle process) {
        return of(process, 2);
    }

    /** Fields 14 to 17 are the user and system time, and those of the ended children. */
    private static double of(ProcessHandle process, int fields) {
        try {
            String stat = Files.readString(Path.of("/proc", String.valueOf(process.pid()), "stat"));
            String[] afterName = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
            long ticks = 0;
            for (int field = 11; field < 11 + fields; field++) {
                ticks += Long.parseLong(afterName[field]);
            }
            return ticks / TICKS_PER_SECOND;
        } catch (NoSuchFileException ended) {
            return 0;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
