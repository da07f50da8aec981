package io.visitbot.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import io.visitbot.benchmark.HelpTraffic.Outcome;

import static java.nio.charset.StandardCharsets.UTF_8;

/**
 * Measures what slow clients cost the packaged jar with a heap of 256 MiB, and whether others are still served while they
 * hold their connections; ends with status 1 where they are not, or where the program's memory goes beyond its bound.
 * Argument: how many slow clients of each kind (default 5,000; each needs a file handle here and there, and of those that
 * ask for much there is one in 25).
 */
public final class SlowLorisBenchmark {

    private static final int EVENTS = 20;
    private static final int MOST_RESIDENT_MIB = 512;
    private static final int MOST_HANDLES = 10_500;
    private static final List<String> WRONG = new ArrayList<>();

    private SlowLorisBenchmark() {
    }

    public static void main(String[] args) throws Exception {
        int clients = args.length > 0 ? Integer.parseInt(args[0]) : 5_000;
        Path folder = Files.createTempDirectory("slow-loris");
        int port = HelpTraffic.freePort();
        try (HelpTraffic traffic = new HelpTraffic(EVENTS)) {
            Map<String, String> settings = traffic.settings(port, "jdbc:sqlite:" + folder.resolve("visit.db"));
            settings.put("TWILIO_ACCOUNT_SID", "AC00000000000000000000000000000000");
            settings.put("TWILIO_AUTH_TOKEN", "benchmark-token");
            settings.put("TWILIO_FROM", "+12025550100");
            Process bot = HelpTraffic.start(folder, List.of(), settings);
            try {
                traffic.awaitReady(port);
                serve(traffic, port, "warm");
                print("before", bot, handles(bot), 0);
                for (SlowClients.Attack attack : SlowClients.Attack.values()) {
                    attack(traffic, bot, port, clients, attack);
                }
            } finally {
                bot.destroy();
            }
        }
        WRONG.forEach(System.out::println);
        System.exit(WRONG.isEmpty() ? 0 : 1);
    }

    private static void attack(HelpTraffic traffic, Process bot, int port, int clients, SlowClients.Attack attack)
            throws Exception {
        try (SlowClients slow = new SlowClients(port)) {
            slow.open(attack == SlowClients.Attack.UNREAD ? clients / 25 : clients, attack);
            long handles = handles(bot);
            double served = serve(traffic, port, attack.name());
            print(attack.name(), bot, handles, served);
            check(bot.isAlive(), attack + ": the program has ended");
            check(handles < MOST_HANDLES, attack + ": more than " + MOST_HANDLES + " handles");
            check(resident(bot) < MOST_RESIDENT_MIB, attack + ": more than " + MOST_RESIDENT_MIB + " MiB");
        }
    }

    /** Seconds until some signed events were accepted and answered. */
    private static double serve(HelpTraffic traffic, int port, String name) throws InterruptedException {
        long start = System.nanoTime();
        Outcome outcome = traffic.run(name, EVENTS, List.of(port));
        check(outcome.complete(), name + ": only " + outcome.replied() + " of " + EVENTS + " events were answered");
        return (System.nanoTime() - start) / 1e9;
    }

    private static void check(boolean holds, String sentence) {
        if (!holds) {
            WRONG.add(sentence);
        }
    }

    private static void print(String name, Process bot, long handles, double served) throws Exception {
        long resident = resident(bot);
        System.out.printf("%-13s %5d handles, %d events in %.1f s, resident %d MiB, after GC: %s%n", name, handles,
                EVENTS, served, resident, heap(bot));
    }

    private static String heap(Process bot) throws Exception {
        jcmd(bot, "GC.run");
        return jcmd(bot, "GC.heap_info").lines().filter(line -> line.contains("used")).findFirst().orElse("?")
                .replaceAll(".*(used \\d+K).*", "heap $1");
    }

    private static String jcmd(Process bot, String command) throws IOException {
        String jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
        Process process = new ProcessBuilder(jcmd, Long.toString(bot.pid()), command).redirectErrorStream(true).start();
        return new String(process.getInputStream().readAllBytes(), UTF_8);
    }

    private static long resident(Process bot) throws IOException {
        return Files.readAllLines(Path.of("/proc", Long.toString(bot.pid()), "status")).stream()
                .filter(line -> line.startsWith("VmRSS:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024).findFirst().orElse(0);
    }

    private static long handles(Process bot) throws IOException {
        try (Stream<Path> open = Files.list(Path.of("/proc", Long.toString(bot.pid()), "fd"))) {
            return open.count();
        }
    }
}
