package io.visitbot.end2end;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import reactor.core.publisher.Flux;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A long mixed load on the packaged program, and whether memory, threads, connections and file handles stay as they were:
 * {@code ./mvnw -Psoak verify}, for {@code -Dsoak.minutes} (default 60).
 */
class Soak {

    private static final Duration LENGTH = Duration.ofMinutes(Integer.getInteger("soak.minutes", 60));
    private static final Duration PACE = Duration.ofMillis(200);
    private static final List<String> SAID = List.of("help", "new patient-%d +1 202 555 01%02d", "list", "status",
            "new patient-%d", "whoami", "cancel patient-%d", "nonsense-%d", "check", "resend patient-%d");

    private final List<Sample> samples = new ArrayList<>();

    @Test
    void staysAsItWas(@TempDir Path folder) {
        try (Deployment bot = Deployment.start(folder, "jdbc:sqlite:" + folder.resolve("visit.db"))) {
            String space = bot.outside().space("Ward 3");
            Flux<Runnable> load = every(PACE).map(turn -> () -> act(bot, space, turn));
            Flux<Runnable> looks = every(LENGTH.dividedBy(Math.clamp(LENGTH.toMinutes(), 12, 60)))
                    .map(_ -> () -> look(bot));
            Flux.merge(load, looks).concatMap(step -> Flux.defer(() -> run(step))).blockLast();
            Sample.print(samples);
            bot.bot().stillRunning();
            assertThat(bot.metrics().value("visit_events_total{outcome=\"accepted\"}"))
                    .isGreaterThan((double) LENGTH.toSeconds());
            assertThat(bot.output()).doesNotContain("OutOfMemoryError");
            assertThat(Sample.grown(samples)).as("what is higher at the end than at the beginning").isEmpty();
        }
    }

    private static Flux<Long> every(Duration pause) {
        return Flux.interval(pause).take(LENGTH.dividedBy(pause)).onBackpressureDrop();
    }

    private static Flux<Void> run(Runnable step) {
        step.run();
        return Flux.empty();
    }

    private static void act(Deployment bot, String space, long turn) {
        String words = SAID.get((int) (turn % SAID.size())).formatted(turn / 10, turn % 100);
        bot.outside().post("/messages", Map.of("as", "lee", "spaceId", space, "text", "@visit " + words));
        if (turn % 7 == 0) {
            bot.outside().post("/webhooks/repeat", Map.of());
            Outside.http("POST", bot.home() + "/webhooks/webex", "{\"forged\":" + turn + "}", Map.of());
            bot.get("/v/nobody-" + turn);
        }
    }

    private void look(Deployment bot) {
        long pid = bot.bot().pid();
        String jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
        assertThat(Commands.run(jcmd, Long.toString(pid), "GC.run")).isZero();
        Metrics metrics = bot.metrics();
        samples.add(new Sample(metrics.sum("jvm_memory_used_bytes{area=\"heap\"") / (1 << 20),
                metrics.sum("jvm_memory_used_bytes{area=\"nonheap\"") / (1 << 20),
                metrics.value("jvm_threads_live_threads"), sockets(pid), metrics.value("process_files_open_files"),
                metrics.text().lines().count()));
    }

    private static double sockets(long pid) {
        try (Stream<Path> handles = Files.list(Path.of("/proc", Long.toString(pid), "fd"))) {
            return handles.filter(Soak::isSocket).count();
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    private static boolean isSocket(Path handle) {
        try {
            return Files.readSymbolicLink(handle).toString().startsWith("socket:");
        } catch (IOException closedMeanwhile) {
            return false;
        }
    }
}
