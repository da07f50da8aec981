package io.visitbot.end2end;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** What a run of kills came to. */
record CrashReport(String database, long seed, int kills, int events, int replies, int repeats, int texts,
        int duplicateTexts, int unknownTexts, List<String> problems) {

    static CrashReport nothing(String database, long seed) {
        return new CrashReport(database, seed, 0, 0, 0, 0, 0, 0, 0, List.of());
    }

    CrashReport with(int moreKills, int moreEvents, CrashAccount account) {
        return new CrashReport(database, seed, kills + moreKills, events + moreEvents, replies + account.replies(),
                repeats + account.repeats(), texts + account.texts(), duplicateTexts + account.duplicateTexts(),
                unknownTexts + account.unknown(),
                Stream.concat(problems.stream(), account.problems().stream()).toList());
    }

    String line() {
        return ("%s, seed %d: %d kills, %d events accepted, %d replies, %d of them said to be perhaps a repeat, "
                + "%d texts, %d sent twice, %d shown as unknown, %d problems").formatted(database, seed, kills, events,
                        replies, repeats, texts, duplicateTexts, unknownTexts, problems.size());
    }

    /** Prints it, and leaves it beside the program. */
    CrashReport told() {
        String text = Stream.concat(Stream.of(line()), problems.stream()).reduce("", (all, one) -> all + one + "\n");
        System.out.print(text);
        try {
            Files.writeString(VisitProcess.jar().resolveSibling("crash-report-" + database + ".txt"), text);
        } catch (IOException cannot) {
            throw new UncheckedIOException(cannot);
        }
        return this;
    }
}
