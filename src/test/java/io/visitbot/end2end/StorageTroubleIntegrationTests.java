package io.visitbot.end2end;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** What the packaged program does when its SQLite file is in trouble: nothing is accepted that is not on disk. */
class StorageTroubleIntegrationTests {

    private static final Duration PATIENCE = Duration.ofSeconds(40);
    private static final int WAL_FRAME = 24 + 4096;

    @TempDir
    private Path folder = Path.of("");
    private Path data = Path.of("");
    private LoneBot bot;

    @BeforeEach
    void prepare() throws IOException {
        data = Files.createDirectory(folder.resolve("data"));
        bot = LoneBot.at(folder, new BareWebex(Duration.ZERO), "jdbc:sqlite:" + data.resolve("visit.db"));
    }

    @AfterEach
    void close() {
        bot.close();
    }

    @Test
    void acceptsNothingWhileDiskIsFullAndHealsWhenThereIsRoom() {
        SmallDisk disk = new SmallDisk(data);
        bot.start(disk.command());
        bot.awaitReady();
        bot.send("before", 20);
        bot.accountForAll(PATIENCE);
        assertThat(bot.refused(bot.send("before", 20))).isEmpty();

        disk.fill(bot.process());
        Eventually.holds("the disk is felt", () -> bot.accepted(bot.send("filling-" + System.nanoTime(), 5)) == 0);
        List<String> during = bot.send("during", 50);
        assertThat(bot.accepted(during)).isZero();
        Eventually.holds("the bot is not ready", () -> bot.health().statusCode() == 503);
        Eventually.passes("health says it", () -> assertThat(bot.findings())
                .contains(disk.isReal() ? "the disk is full" : "the disk fails", "the disk of the data folder"));

        disk.free(bot.process());
        Eventually.holds("what was refused is taken", () -> {
            bot.send(bot.refused(during));
            return bot.refused(during).isEmpty();
        });
        bot.accountForAll(PATIENCE);
        Eventually.holds("the bot is well again", () -> bot.health().statusCode() == 200);
        assertThat(bot.output()).contains("inbox written again").doesNotContain("Exception in thread");
    }

    @Test
    void findsAllThatWasAcceptedBehindTornWrite() throws IOException {
        bot.start();
        bot.webex().hideMessages(true);
        assertThat(bot.refused(bot.send("unfinished", 200))).isEmpty();
        bot.kill();
        Path log = data.resolve("visit.db-wal");
        long whole = Files.size(log);
        assertThat(whole).isGreaterThan(2L * WAL_FRAME);
        tear(log);

        bot.webex().hideMessages(false);
        bot.start();
        bot.accountForAll(PATIENCE);
        assertThat(bot.refused(bot.send("afterwards", 20))).isEmpty();
        bot.accountForAll(PATIENCE);
    }

    @Test
    void leavesFileToTheProgramThatHasIt() {
        bot.start();
        try (LoneBot second = LoneBot.at(folder, new BareWebex(Duration.ZERO),
                "jdbc:sqlite:" + data.resolve("visit.db"))) {
            VisitProcess refused = second.start(List.of("/usr/bin/env"));
            assertThat(refused.exitStatus()).isEqualTo(1);
            assertThat(refused.output()).contains("another running Visit uses", "stop that one")
                    .doesNotContain("\tat ");
        }
        assertThat(bot.refused(bot.send("unharmed", 20))).isEmpty();
        bot.accountForAll(PATIENCE);
        assertThat(bot.health().statusCode()).isEqualTo(200);
    }

    @Test
    void saysThatItsFolderIsReadOnly() {
        List<String> namespace = Commands.namespace();
        if (namespace.isEmpty()) {
            saysThatFolderIsReadOnly("/proc", List.of("/usr/bin/env"));
        } else {
            saysThatFolderIsReadOnly(data.toString(), Commands.inNamespace(namespace,
                    "mount --bind '" + data + "' '" + data + "' && mount -o remount,bind,ro '" + data + "'"));
        }
    }

    private void saysThatFolderIsReadOnly(String place, List<String> command) {
        try (LoneBot other = LoneBot.at(folder, new BareWebex(Duration.ZERO), "jdbc:sqlite:" + place + "/visit.db")) {
            VisitProcess refused = other.start(command);
            assertThat(refused.exitStatus()).isEqualTo(1);
            assertThat(refused.output()).contains("let the user who runs Visit write there").doesNotContain("\tat ");
        }
    }

    /** Half a frame at the end, as a power failure leaves it: its head copied from a real one, and no checksum that fits. */
    private static void tear(Path log) throws IOException {
        byte[] all = Files.readAllBytes(log);
        ByteBuffer half = ByteBuffer.allocate(WAL_FRAME / 2).put(all, all.length - WAL_FRAME, WAL_FRAME / 2);
        Files.write(log, half.array(), StandardOpenOption.APPEND);
    }
}
