package io.visitbot.end2end;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

import io.visitbot.end2end.CrashPeople.Asked;

import static org.assertj.core.api.Assertions.assertThat;

/** Kills the bot again and again while people keep asking for things, and then accounts for everything. */
final class CrashRun {

    /** A run is cut into legs, each with a database and services of its own, so that what is looked at stays small. */
    private static final int KILLS_OF_A_LEG = 25;
    private static final int ASKED_AT_ONCE = 3;
    private static final int LATEST_KILL_MS = 1_500;
    private static final Duration SETTLING = Duration.ofSeconds(90);
    private static final List<CrashPoint> POINTS = List.of(CrashPoint.values());

    private final String database;
    private final Path folder;
    private final Function<Path, String> url;
    private final long seed;
    private final Random random;

    /** @param url gives a fresh database in a folder */
    CrashRun(String database, Path folder, Function<Path, String> url, long seed) {
        this.database = database;
        this.folder = folder;
        this.url = url;
        this.seed = seed;
        this.random = new Random(seed);
    }

    CrashReport of(int kills) {
        CrashReport report = CrashReport.nothing(database, seed);
        for (int done = 0; done < kills; done += KILLS_OF_A_LEG) {
            report = leg(report, done, Math.min(KILLS_OF_A_LEG, kills - done));
        }
        return report.told();
    }

    private CrashReport leg(CrashReport before, int done, int kills) {
        Path place = folder(done);
        CrashWitness witness = new CrashWitness();
        try (Relay relay = new Relay();
                Deployment deployment = Deployment.launch(place, url.apply(place), relay.home())) {
            relay.tell(witness);
            relay.leadToOne(deployment);
            deployment.awaitBot();
            CrashPeople people = new CrashPeople(deployment.outside(), random);
            for (int kill = 0; kill < kills; kill++) {
                CrashPoint point = point(done + kill);
                kill(deployment, witness, people, point);
                deployment.startBot();
                System.out.println(database + ": kill " + (done + kill + 1) + " at " + point);
            }
            return before.with(kills, witness.acceptedEvents(), settled(deployment, witness, people));
        }
    }

    /** Every other kill comes at any moment, the others at each of the chosen ones in turn. */
    private static CrashPoint point(int kill) {
        return kill % 2 == 0 ? CrashPoint.ANY : POINTS.get(1 + kill / 2 % (POINTS.size() - 1));
    }

    private void kill(Deployment deployment, CrashWitness witness, CrashPeople people, CrashPoint point) {
        switch (point) {
            case ANY -> killSometime(deployment, people);
            case EVENT_ACCEPTED -> killUponAccepted(deployment, witness, people);
            default -> killAt(deployment, people, point);
        }
    }

    private void killSometime(Deployment deployment, CrashPeople people) {
        VisitProcess bot = deployment.bot();
        CompletableFuture<Void> killed = CompletableFuture.runAsync(bot::kill,
                CompletableFuture.delayedExecutor(random.nextInt(LATEST_KILL_MS), TimeUnit.MILLISECONDS));
        for (int errand = 0; errand < ASKED_AT_ONCE; errand++) {
            people.go(CrashPoint.ANY.errand());
        }
        killed.join();
    }

    private static void killUponAccepted(Deployment deployment, CrashWitness witness, CrashPeople people) {
        VisitProcess bot = deployment.bot();
        witness.uponNextAccepted(bot::kill);
        people.go(CrashPoint.EVENT_ACCEPTED.errand());
        Eventually.holds("the bot was killed upon a 2xx", () -> !bot.isRunning());
    }

    private static void killAt(Deployment deployment, CrashPeople people, CrashPoint point) {
        Outside outside = deployment.outside();
        if (point.needsForm()) {
            people.needForm();
        }
        long calls = lastCall(outside);
        outside.fault(point.fault());
        people.go(point.errand());
        Eventually.holds("the moment " + point, () -> hasCome(outside, point, calls));
        deployment.bot().kill();
        outside.clearFaults();
    }

    private static boolean hasCome(Outside outside, CrashPoint point, long calls) {
        return point.takesEffect()
                ? outside.state(calls).path("calls").valueStream()
                        .anyMatch(call -> Outside.text(call, "responseBody").endsWith("never answered"))
                : outside.state(calls).path("faults").isEmpty();
    }

    private static long lastCall(Outside outside) {
        return outside.state().path("calls").valueStream().mapToLong(call -> call.path("n").asLong()).max().orElse(0);
    }

    /** Waits until all is as it should be, or cannot be expected to come any more. */
    private static CrashAccount settled(Deployment deployment, CrashWitness witness, CrashPeople people) {
        try {
            Eventually.passes("everything is accounted for", SETTLING,
                    () -> assertThat(account(deployment, witness, people).problems()).isEmpty());
        } catch (AssertionError unsettled) {
            System.out.println("not settled within " + SETTLING.toSeconds() + " s");
        }
        return account(deployment, witness, people);
    }

    private static CrashAccount account(Deployment deployment, CrashWitness witness, CrashPeople people) {
        List<Asked> accepted = people.asked().stream().filter(one -> witness.accepted(one.event())).toList();
        return CrashAccount.of(accepted, deployment.outside().state(Long.MAX_VALUE));
    }

    private Path folder(int number) {
        try {
            return Files.createDirectory(folder.resolve("leg-" + number));
        } catch (IOException cannot) {
            throw new UncheckedIOException(cannot);
        }
    }
}
