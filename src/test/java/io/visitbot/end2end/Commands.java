package io.visitbot.end2end;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Commands of the machine, and what it allows us of them. */
final class Commands {

    private Commands() {
    }

    /** How to get a mount namespace here: as the administrator, as one in a user namespace, or not at all (empty). */
    static List<String> namespace() {
        return Stream.of(List.of("/usr/bin/unshare", "-m"), List.of("/usr/bin/unshare", "-rm"))
                .filter(Commands::canMount).findFirst().orElse(List.of());
    }

    /** Begins a command that runs in a namespace after some words for the shell, in the same process. */
    static List<String> inNamespace(List<String> namespace, String before) {
        List<String> words = new ArrayList<>(namespace);
        words.addAll(List.of("sh", "-c", before + " && exec \"$@\"", "sh"));
        return words;
    }

    /** The exit status; 127 where there is no such command. */
    static int run(String... words) {
        try {
            return new ProcessBuilder(words).redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD).start().waitFor();
        } catch (IOException missing) {
            return 127;
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }

    private static boolean canMount(List<String> namespace) {
        List<String> words = new ArrayList<>(inNamespace(namespace, "mount -t tmpfs -o size=1m visit /tmp"));
        words.add("true");
        return run(words.toArray(String[]::new)) == 0;
    }
}
