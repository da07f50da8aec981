package io.visitbot.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.DoubleStream;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;

import io.visitbot.benchmark.HelpTraffic.Outcome;

/**
 * Compares what an event costs with one instance of the packaged jar and with two: the processor time of the bots and of
 * their PostgreSQL added up, from the signed webhook to the reply. Each number of instances has a PostgreSQL of its own; the
 * rounds take turns. Arguments: events a round (default 20,000), how many at once (default 64), rounds (default 5). Needs
 * Linux.
 */
public final class InstancesBenchmark {

    private static final double MOST = 1.25;

    private InstancesBenchmark() {
    }

    public static void main(String[] args) throws Exception {
        int events = args.length > 0 ? Integer.parseInt(args[0]) : 20_000;
        int callers = args.length > 1 ? Integer.parseInt(args[1]) : 64;
        int rounds = args.length > 2 ? Integer.parseInt(args[2]) : 5;
        Path folder = Files.createTempDirectory("instances-benchmark");
        try (HelpTraffic traffic = new HelpTraffic(callers);
                Site one = new Site(folder.resolve("one"), traffic, 1);
                Site two = new Site(folder.resolve("two"), traffic, 2)) {
            List<Site> sites = List.of(one, two);
            for (Site site : sites) {
                site.warmUp(events);
            }
            for (int round = 1; round <= rounds; round++) {
                for (Site site : sites) {
                    site.measure(round, events);
                }
            }
            judge(one, two);
        }
    }

    private static void judge(Site one, Site two) {
        System.out.printf("medians: %s%n         %s%n", one.summary(), two.summary());
        double ratio = two.cost() / one.cost();
        System.out.printf("an event costs %.2f times as much with two instances (at most %.2f)%n", ratio, MOST);
        System.out.println("limit: " + two.limit());
        if (ratio > MOST) {
            throw new IllegalStateException("an event costs too much with two instances");
        }
    }

    /** A PostgreSQL and the bots on it. */
    private static final class Site implements AutoCloseable {

        private final HelpTraffic traffic;
        private final EmbeddedPostgres server;
        private final ProcessHandle postmaster;
        private final List<Process> bots = new ArrayList<>();
        private final List<Integer> ports = new ArrayList<>();
        private final List<Sample> samples = new ArrayList<>();

        Site(Path folder, HelpTraffic traffic, int instances) throws IOException {
            this.traffic = traffic;
            Path data = Files.createDirectories(folder).resolve("postgresql");
            this.server = EmbeddedPostgres.builder().setDataDirectory(data).setRegisterShutdownHook(false)
                    .setServerConfig("fsync", "on").setServerConfig("synchronous_commit", "on").start();
            this.postmaster = ProcessHandle.of(Long.parseLong(Files.readAllLines(data.resolve("postmaster.pid"))
                    .getFirst())).orElseThrow();
            for (int instance = 0; instance < instances; instance++) {
                int port = HelpTraffic.freePort();
                Map<String, String> settings = traffic.settings(port, server.getJdbcUrl("postgres", "postgres"));
                settings.put("VISIT_ENCRYPTION_KEY", "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=");
                bots.add(HelpTraffic.start(folder, List.of(), settings));
                ports.add(port);
                traffic.awaitReady(port);
            }
        }

        /** Until the compilers of all bots have done their work. */
        void warmUp(int events) throws InterruptedException {
            for (int round = 0; round < 3; round++) {
                traffic.run("warm-up-" + round, events * bots.size(), ports);
            }
        }

        void measure(int round, int events) throws InterruptedException {
            Sample before = now();
            Outcome outcome = traffic.run("round-" + round, events, ports);
            Sample used = now().minus(before).dividedBy(outcome.answering());
            samples.add(used.with(outcome.replied() / outcome.answering()));
            System.out.printf("round %d, %d instance(s): %s%s%n", round, bots.size(), samples.getLast(),
                    outcome.complete() ? "" : " NOT ALL ANSWERED");
        }

        private Sample now() {
            double used = bots.stream().mapToDouble(bot -> Cpu.of(bot.toHandle())).sum();
            return new Sample(used, Cpu.ofFamily(postmaster), Cpu.of(ProcessHandle.current()), 0);
        }

        /** Processor milliseconds an event. */
        double cost() {
            return median(samples.stream().mapToDouble(Sample::cost));
        }

        String summary() {
            return "%d instance(s): %.3f CPU ms an event (bots %.3f, PostgreSQL %.3f) at %,.0f events/s".formatted(
                    bots.size(), cost(), median(samples.stream().mapToDouble(sample -> sample.each(sample.bots))),
                    median(samples.stream().mapToDouble(sample -> sample.each(sample.server))),
                    median(samples.stream().mapToDouble(Sample::rate)));
        }

        String limit() {
            double busy = median(samples.stream().mapToDouble(Sample::busy));
            int cores = Runtime.getRuntime().availableProcessors();
            double here = median(samples.stream().mapToDouble(Sample::here));
            return "%.1f of %d cores were busy, %.1f of them with the traffic and the pretended Webex; %s".formatted(
                    busy,
                    cores, here, busy > 0.8 * cores
                            ? "the processors limit the throughput"
                            : "the processors had time left, so waiting (disk, locks, connections) limits it");
        }

        @Override
        public void close() throws IOException {
            bots.forEach(Process::destroyForcibly);
            server.close();
        }

        private static double median(DoubleStream values) {
            double[] sorted = values.sorted().toArray();
            return sorted[sorted.length / 2];
        }
    }

    /**
     * Cores in use by the bots, by PostgreSQL and here (the traffic and the pretended Webex), at so many events a second.
     */
    private record Sample(double bots, double server, double here, double rate) {

        Sample minus(Sample before) {
            return new Sample(bots - before.bots, server - before.server, here - before.here, rate);
        }

        Sample dividedBy(double seconds) {
            return new Sample(bots / seconds, server / seconds, here / seconds, rate);
        }

        Sample with(double newRate) {
            return new Sample(bots, server, here, newRate);
        }

        double busy() {
            return bots + server + here;
        }

        double cost() {
            return each(bots + server);
        }

        double each(double cores) {
            return cores / rate * 1_000;
        }

        @Override
        public String toString() {
            return "%.3f CPU ms an event (bots %.3f, PostgreSQL %.3f) at %,.0f events/s".formatted(cost(), each(bots),
                    each(server), rate);
        }
    }
}
