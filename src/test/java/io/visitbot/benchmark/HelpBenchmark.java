package io.visitbot.benchmark;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import io.visitbot.benchmark.HelpTraffic.Outcome;

/**
 * Measures how many mentions of {@code help} a second the packaged jar answers, from the signed webhook to the reply,
 * every event on disk. The jar runs in a process of its own, on one core where {@code taskset} is there; the Webex it
 * speaks to is a bare one in this process. Arguments: how many events (default 20,000), how many at once (default 64), how
 * many rounds after the first, which warms up (default 3).
 */
public final class HelpBenchmark {

    private static final Path TASKSET = Path.of("/usr/bin/taskset");

    private HelpBenchmark() {
    }

    public static void main(String[] args) throws Exception {
        int events = args.length > 0 ? Integer.parseInt(args[0]) : 20_000;
        int callers = args.length > 1 ? Integer.parseInt(args[1]) : 64;
        int rounds = args.length > 2 ? Integer.parseInt(args[2]) : 3;
        Path folder = Files.createTempDirectory("help-benchmark");
        int port = HelpTraffic.freePort();
        List<String> oneCore = Files.isExecutable(TASKSET) ? List.of(TASKSET.toString(), "-c", "0") : List.of();
        try (HelpTraffic traffic = new HelpTraffic(callers)) {
            Process bot = HelpTraffic.start(folder, oneCore,
                    traffic.settings(port, "jdbc:sqlite:" + folder.resolve("visit.db")));
            try {
                traffic.awaitReady(port);
                for (int round = 0; round <= rounds; round++) {
                    print(round, traffic.run(String.valueOf(round), events, List.of(port)));
                }
            } finally {
                bot.destroy();
            }
        }
    }

    private static void print(int round, Outcome outcome) {
        System.out.printf("round %d: %d accepted at %,.0f/s, %s answered at %,.0f/s%n", round, outcome.accepted(),
                outcome.events() / outcome.accepting(), outcome.complete() ? "all" : "NOT ALL",
                outcome.replied() / outcome.answering());
    }
}
