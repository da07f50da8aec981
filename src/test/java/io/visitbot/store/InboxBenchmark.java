package io.visitbot.store;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

import io.visitbot.platform.Settings;
import io.visitbot.platform.SharedClock;
import io.visitbot.webhook.Inbox.Receipt;
import io.visitbot.webhook.VerifiedEvent;

/**
 * Measures how many events a second are kept, worked on and marked done with 256 callers. Arguments: how many events (default
 * 100,000), and a value of {@code DATABASE_URL} (default: an SQLite file in a temporary folder).
 */
public final class InboxBenchmark {

    private static final int CALLERS = 256;

    private InboxBenchmark() {
    }

    public static void main(String[] args) throws Exception {
        int events = args.length > 0 ? Integer.parseInt(args[0]) : 100_000;
        Path folder = Files.createTempDirectory("inbox-benchmark");
        String url = args.length > 1 ? args[1] : "jdbc:sqlite:" + folder.resolve("visit.db");
        try (Database database = Database.open(StoreSettings.read(new Settings(name -> url)))) {
            database.flyway().migrate();
            measure(database, events);
        }
    }

    private static void measure(Database database, int events) throws InterruptedException {
        CountDownLatch handled = new CountDownLatch(events);
        Store store = new Store(database,
                new Store.Surroundings("benchmark", new SharedClock(Clock.systemUTC()), Schedulers.parallel(),
                        () -> delivery -> Mono.fromRunnable(handled::countDown), Stream::empty, () -> 0, () -> {
                        }));
        StoredInbox inbox = store.inbox();
        inbox.start();
        StoredNotices notices = new StoredNotices(store.transactions());
        Flux<Long> others = Flux.range(0, Integer.MAX_VALUE)
                .concatMap(number -> timed(notices.begin("V-1", "topic-" + number).hasElement()), 1);
        ConcurrentLinkedQueue<Long> waits = new ConcurrentLinkedQueue<Long>();
        Disposable beside = others.subscribe(waits::add);
        long start = System.nanoTime();
        List<Long> times = Flux.range(0, events).flatMap(number -> accept(inbox, start, number), CALLERS)
                .collectList().block();
        double accepted = (System.nanoTime() - start) / 1e9;
        handled.await();
        double all = (System.nanoTime() - start) / 1e9;
        beside.dispose();
        inbox.stop();
        store.close();
        System.out.printf("%s: %,d events, %,.0f accepted/s, %,.0f handled/s%n", database.dialect(), events,
                events / accepted, events / all);
        print("accept", Objects.requireNonNull(times));
        print("one-row transactions beside it", List.copyOf(waits));
    }

    private static Mono<Long> accept(StoredInbox inbox, long start, int number) {
        return timed(inbox.accept(new VerifiedEvent("messages:created:" + start + number, "messages", "created",
                "x".repeat(600))).filter(Receipt.ACCEPTED::equals).switchIfEmpty(
                        Mono.error(() -> new IllegalStateException("not accepted"))));
    }

    private static Mono<Long> timed(Mono<?> work) {
        return work.elapsed().map(timed -> timed.getT1());
    }

    private static void print(String what, List<Long> millis) {
        long[] sorted = millis.stream().mapToLong(Long::longValue).sorted().toArray();
        System.out.println(what + ": " + sorted.length + ", " + Arrays.toString(IntStream.of(50, 99, 100)
                .mapToObj(
                        percent -> "p" + percent + " " + sorted[Math.max(0, sorted.length * percent / 100 - 1)] + " ms")
                .toArray()));
    }
}
