package io.visitbot.end2end;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What 10,000 events at once do to the packaged program with a heap of 256 MiB, Webex taking 50 ms for each answer, and a second
 * while they come, so that nearly all of them wait.
 */
@Isolated("measures")
class BurstIntegrationTests {

    private static final int EVENTS = 10_000;
    private static final int PROBES = 20;
    private static final int CONNECTIONS = 2_000;
    private static final long HEAP = 256L << 20;
    private static final Duration WEBEX = Duration.ofMillis(50);
    private static final Duration SLOW_WEBEX = Duration.ofSeconds(1);
    private static final Duration ALL_ANSWERED = Duration.ofMinutes(2);
    private static final Duration NORMAL_AGAIN = Duration.ofSeconds(30);

    @Test
    void losesNothingOfBurstAndAnswersAsUsualSoonAfter(@TempDir Path folder) {
        try (LoneBot bot = LoneBot.at(folder, new BareWebex(WEBEX), "jdbc:sqlite:" + folder.resolve("visit.db"))) {
            bot.start();
            bot.send("warming", 200);
            bot.accountForAll(ALL_ANSWERED);
            double before = median(latencies(bot, "before"));

            List<String> burst = IntStream.range(0, EVENTS).mapToObj(number -> "burst-" + number).toList();
            bot.webex().pause(SLOW_WEBEX);
            Map<String, Integer> statuses = new SignedEvents(bot.home(), CONNECTIONS).send(burst);
            bot.webex().pause(WEBEX);
            Instant sent = Instant.now();
            long answered = bot.webex().answered();
            bot.roundTrip("first-after");
            assertThat(bot.webex().answered() - answered).as("commands answered before one right after the burst")
                    .isLessThan(1_000);
            double after = median(latencies(bot, "after-0"));
            for (int round = 1; after > 2 * before + 50 && isSoon(sent); round++) {
                after = median(latencies(bot, "after-" + round));
            }
            assertThat(after).as("ms for a command within 30 s after the burst").isLessThan(2 * before + 50);
            assertThat(isSoon(sent)).as("within 30 s").isTrue();
            System.out.printf("a command took %.0f ms before and %.0f ms after %,d events at once, of which %,d were"
                    + " accepted%n", before, after, EVENTS, accepted(statuses));

            assertThat(statuses.values()).hasSize(EVENTS).isSubsetOf(200, 503);
            bot.keep(statuses);
            assertThat(bot.accepted(burst)).as("accepted").isGreaterThan(EVENTS / 2);
            bot.accountForAll(ALL_ANSWERED);
            assertThat(bot.metrics().sum("jvm_memory_max_bytes{area=\"heap\"")).isBetween(1.0, (double) HEAP);
            assertThat(bot.output()).doesNotContain("OutOfMemoryError");
        }
    }

    private static boolean isSoon(Instant sent) {
        return Duration.between(sent, Instant.now()).compareTo(NORMAL_AGAIN) < 0;
    }

    private static long accepted(Map<String, Integer> statuses) {
        return statuses.values().stream().filter(status -> status == 200).count();
    }

    private static List<Long> latencies(LoneBot bot, String name) {
        return IntStream.range(0, PROBES).mapToObj(number -> bot.roundTrip(name + "-" + number)).sorted().toList();
    }

    private static double median(List<Long> sorted) {
        return sorted.get(sorted.size() / 2);
    }
}
