package io.visitbot.store;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

import io.visitbot.platform.ApiException;
import io.visitbot.webhook.Delivery;
import io.visitbot.webhook.EventHandler;
import io.visitbot.webhook.Inbox.Receipt;
import io.visitbot.webhook.VerifiedEvent;

import static org.assertj.core.api.Assertions.assertThat;

@ExtendWith(PostgresServer.class)
@ParameterizedClass
@EnumSource(Dialect.class)
class InboxTests {

    private final Dialect dialect;
    private final ConcurrentLinkedQueue<String> handled = new ConcurrentLinkedQueue<>();
    private TestStore test;
    private Store store;
    private StoredInbox inbox;

    InboxTests(Dialect dialect) {
        this.dialect = dialect;
    }

    @BeforeEach
    void open(@TempDir Path folder) {
        test = new TestStore(dialect, folder);
        test.eventHandler = (event, attempt) -> Mono.fromRunnable(() -> handled.add(event.id() + "#" + attempt));
        restart();
    }

    @AfterEach
    void close() {
        if (inbox.isRunning()) {
            inbox.stop();
        }
        test.close();
    }

    @Test
    void answersAfterEventIsOnDisk() {
        test.eventHandler = (event, attempt) -> Mono.never();
        inbox.start();

        assertThat(accept("messages:created:1")).isEqualTo(Receipt.ACCEPTED);

        assertThat(test.count("inbox", "event_id = 'messages:created:1' and state = 'open' and body = '{}'")).isOne();
        abandon();
    }

    @Test
    void handlesAcceptedEventAtOnceAndForgetsItsBody() {
        inbox.start();
        accept("messages:created:1");
        finish();

        assertThat(handled).containsExactly("messages:created:1#0");
        assertThat(test.count("inbox", "state = 'done' and body = ''")).isOne();
    }

    @Test
    void answersDuplicateAndHandlesOnceWhenEventComesAgain() {
        inbox.start();

        assertThat(Stream.of("a", "a", "b").map(this::accept)).containsExactly(Receipt.ACCEPTED, Receipt.DUPLICATE,
                Receipt.ACCEPTED);

        finish();
        assertThat(handled).containsExactlyInAnyOrder("a#0", "b#0");
    }

    @Test
    void acceptsOnceWhenSameEventIsTwiceInOneBatch() {
        List<CompletableFuture<Receipt>> receipts = IntStream.range(0, 20)
                .mapToObj(number -> store.writer().accept(event("a"), test.clock.millis())).toList();

        inbox.start();

        assertThat(receipts.stream().map(this::get)).startsWith(Receipt.ACCEPTED, Receipt.DUPLICATE)
                .containsOnlyOnce(Receipt.ACCEPTED);
    }

    @Test
    void acceptsOnceWhenSameEventsComeConcurrently() {
        inbox.start();
        List<CompletableFuture<Receipt>> receipts = new ArrayList<>();
        try (ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
            IntStream.range(0, 400).forEach(number -> receipts.add(
                    CompletableFuture.supplyAsync(() -> accept("event-" + number % 40), callers)));
        }

        assertThat(receipts.stream().map(this::get).filter(Receipt.ACCEPTED::equals)).hasSize(40);
        finish();
        assertThat(handled).hasSize(40).doesNotHaveDuplicates();
    }

    @Test
    void answersDuplicateAfterRestart() {
        inbox.start();
        accept("a");
        finish();
        restart();
        inbox.start();

        assertThat(accept("a")).isEqualTo(Receipt.DUPLICATE);
        finish();
        assertThat(handled).containsExactly("a#0");
    }

    @Test
    void handlesAfterRestartWhatWasNotFinished() {
        CompletableFuture<Boolean> begun = new CompletableFuture<>();
        test.eventHandler = (event, attempt) -> Mono.<Void>never().doOnSubscribe(subscription -> begun.complete(true));
        inbox.start();
        accept("a");
        assertThat(begun.orTimeout(20, TimeUnit.SECONDS).join()).isTrue();
        abandon();
        test.eventHandler = (event, attempt) -> Mono.fromRunnable(() -> handled.add(event.id() + "#" + attempt));
        test.clock.step(Duration.ofSeconds(11));

        inbox.start();
        store.sweep().resume();
        finish();

        assertThat(handled).containsExactly("a#0");
        assertThat(test.deliveries).extracting(Delivery::perhapsAgain).containsExactly(false, true);
        assertThat(test.count("inbox", "state = 'done'")).isOne();
    }

    @Test
    void knowsThatWhatWasNeverHandedOverIsNoRepeat() {
        inbox.start();
        inbox.stop();
        restart();
        test.jdbc().sql("""
                insert into inbox (event_id, resource, event, body, received_at, state, attempts, next_at)
                values ('a', 'messages', 'created', '{}', 0, 'open', 0, 0)""").update();
        inbox.start();
        store.sweep().resume();
        finish();

        assertThat(test.deliveries).extracting(Delivery::perhapsAgain).containsExactly(false);
    }

    @Test
    void remembersThroughFurtherTriesThatItMayBeARepeat() {
        test.eventHandler = (event, attempt) -> attempt == 0
                ? Mono.error(new EventHandler.Interrupted(new IllegalStateException("half said")))
                : Mono.error(new IllegalStateException("not yet"));
        inbox.start();
        accept("a");
        for (int attempt = 1; attempt <= 2; attempt++) {
            finish();
            restart();
            inbox.start();
            test.clock.step(Duration.ofSeconds(10));
            store.sweep().sweep();
        }
        finish();

        assertThat(test.deliveries).extracting(Delivery::perhapsAgain).containsExactly(false, true, true);
    }

    @Test
    void tellsWhenAnEventCame() {
        inbox.start();
        accept("a");
        finish();

        assertThat(test.deliveries).extracting(Delivery::receivedAt).containsExactly(test.clock.instant());
    }

    @Test
    void answersFullWhenTooManyWait() {
        List<CompletableFuture<Receipt>> waiting = IntStream.range(0, 4_096)
                .mapToObj(number -> store.writer().accept(event("event-" + number), 0)).toList();

        assertThat(accept("one-more")).isEqualTo(Receipt.FULL);

        inbox.start();
        assertThat(waiting.stream().map(this::get)).containsOnly(Receipt.ACCEPTED);
        assertThat(accept("one-more")).isEqualTo(Receipt.ACCEPTED);
    }

    @Test
    void answersFailedWhileStorageIsAwayAndHeals() {
        test.broken = true;
        inbox.start();

        assertThat(accept("a")).isEqualTo(Receipt.FAILED);
        test.broken = false;

        assertThat(accept("a")).isEqualTo(Receipt.ACCEPTED);
    }

    @Test
    void opensNewConnectionWhenItsOwnBreaks() throws SQLException {
        inbox.start();
        accept("a");
        settle();
        test.writers.getLast().close();

        assertThat(accept("b")).isEqualTo(Receipt.FAILED);
        assertThat(accept("b")).isEqualTo(Receipt.ACCEPTED);
    }

    @Test
    void writesOutcomeLaterWhenStorageWasAwayMeanwhile() {
        CompletableFuture<Void> work = new CompletableFuture<>();
        test.eventHandler = (event, attempt) -> Mono.fromFuture(work);
        inbox.start();
        accept("a");
        test.broken = true;
        breakWriter();
        work.complete(null);
        accept("b");
        test.broken = false;
        finish();

        assertThat(test.count("inbox", "event_id = 'a' and state = 'done'")).isOne();
    }

    @Test
    void triesAgainAfterPauseWhenHandlerFails() {
        test.eventHandler = (event, attempt) -> attempt == 0
                ? Mono.error(new IllegalStateException("not yet"))
                : Mono.fromRunnable(() -> handled.add(event.id() + "#" + attempt));
        inbox.start();
        accept("a");
        finish();
        restart();
        inbox.start();

        test.clock.step(Duration.ofMillis(1_999));
        store.sweep().sweep();
        assertThat(store.inFlight() + store.waiting()).isZero();
        test.clock.step(Duration.ofMillis(1));
        store.sweep().sweep();
        finish();

        assertThat(handled).containsExactly("a#1");
        assertThat(test.count("inbox", "state = 'done' and attempts = 1")).isOne();
    }

    @Test
    void comesAgainInAMomentAndAsOftenAsNeedBeWhereItIsNotItsTurn() {
        test.eventHandler = (event, attempt) -> test.deliveries.size() < 3
                ? Mono.error(new EventHandler.OutOfTurn())
                : Mono.fromRunnable(() -> handled.add(event.id() + "#" + attempt));
        inbox.start();
        accept("a");
        for (int turn = 0; turn < 2; turn++) {
            settle();
            test.clock.step(Duration.ofSeconds(1));
            store.sweep().sweep();
        }
        finish();

        assertThat(handled).containsExactly("a#0");
        assertThat(test.deliveries).extracting(Delivery::perhapsAgain).containsOnly(false);
    }

    @Test
    void leavesServiceAloneAsLongAsItAsks() {
        test.eventHandler = (event, attempt) -> attempt == 0
                ? Mono.error(ApiException.of("webex", ApiException.Kind.LIMITED).retryAfter(Duration.ofMinutes(7))
                        .build())
                : Mono.fromRunnable(() -> handled.add(event.id() + "#" + attempt));
        inbox.start();
        accept("a");
        finish();
        restart();
        inbox.start();

        test.clock.step(Duration.ofSeconds(419));
        store.sweep().sweep();
        assertThat(store.inFlight() + store.waiting()).isZero();
        test.clock.step(Duration.ofSeconds(1));
        store.sweep().sweep();
        finish();

        assertThat(handled).containsExactly("a#1");
    }

    @Test
    void goesOnAtOnceWhereWhatFailedIsHastened() {
        test.eventHandler = (event, attempt) -> attempt == 0
                ? Mono.error(ApiException.of("webex", ApiException.Kind.MISCONFIGURED).build())
                : Mono.fromRunnable(() -> handled.add(event.id() + "#" + attempt));
        inbox.start();
        accept("a");
        finish();
        restart();
        inbox.start();
        StepVerifier.create(store.hastening().hasten()).expectComplete().verify(Duration.ofSeconds(20));
        finish();

        assertThat(handled).containsExactly("a#1");
    }

    @Test
    void givesUpAfterOneDay() {
        test.eventHandler = (event, attempt) -> Mono.error(new IllegalStateException("never"));
        inbox.start();
        accept("a");
        finish();
        restart();
        inbox.start();
        test.clock.step(Duration.ofHours(24));
        store.sweep().sweep();
        finish();

        assertThat(test.count("inbox", "state = 'dead'")).isOne();
        assertThat(test.dead).hasValue(1);
    }

    @Test
    void worksOnNewestFirstWhereManyWait() {
        CompletableFuture<Void> one = new CompletableFuture<>();
        CompletableFuture<Void> others = new CompletableFuture<>();
        test.eventHandler = (event, attempt) -> event.id().startsWith("begun")
                ? Mono.fromFuture(event.id().equals("begun-0") ? one : others, true)
                : Mono.fromRunnable(() -> handled.add(event.id()));
        inbox.start();
        IntStream.range(0, 64).forEach(number -> accept("begun-" + number));
        for (String id : List.of("older", "old", "new")) {
            test.clock.step(Duration.ofSeconds(1));
            accept(id);
        }
        one.complete(null);
        Flux.interval(Duration.ofMillis(2)).filter(tick -> handled.size() == 3).blockFirst(Duration.ofSeconds(20));
        others.complete(null);
        finish();

        assertThat(handled).containsExactly("new", "old", "older");
    }

    @Test
    void leavesOldestToTheSweepWhereItHasNoPlaceAndLosesNone() {
        CompletableFuture<Void> one = new CompletableFuture<>();
        CompletableFuture<Void> others = new CompletableFuture<>();
        ConcurrentLinkedQueue<String> begun = new ConcurrentLinkedQueue<>();
        test.eventHandler = (event, attempt) -> Mono.fromFuture(event.id().equals("0-0") ? one : others, true)
                .doOnSubscribe(subscription -> begun.add(event.id())).doOnSuccess(done -> handled.add(event.id()));
        inbox.start();
        for (int thousand = 0; thousand < 10; thousand++) {
            String prefix = thousand + "-";
            test.clock.step(Duration.ofMillis(100));
            IntStream.range(0, 1_000).mapToObj(number -> inbox.accept(event(prefix + number)).toFuture()).toList()
                    .forEach(this::get);
        }
        test.clock.step(Duration.ofMillis(100));
        accept("last");
        one.complete(null);
        Flux.interval(Duration.ofMillis(2)).filter(tick -> begun.size() == 65).blockFirst(Duration.ofSeconds(20));
        assertThat(begun).endsWith("last");
        others.complete(null);
        settle();
        assertThat(handled).hasSizeBetween(6_000, 8_192 + 64);

        store.sweep().sweep();
        finish();
        assertThat(handled).hasSize(10_001).doesNotHaveDuplicates();
    }

    @Test
    void leavesAloneWhatIsBeingWorkedOnInThisProcess() {
        CompletableFuture<Void> work = new CompletableFuture<>();
        test.eventHandler = (event, attempt) -> Mono.fromRunnable(() -> handled.add(event.id()))
                .then(Mono.fromFuture(work));
        inbox.start();
        accept("a");
        awaitBegun(1);
        test.clock.step(Duration.ofMinutes(1));

        store.sweep().sweep();
        work.complete(null);
        finish();

        assertThat(handled).containsExactly("a");
    }

    @Test
    void takesNothingFromAnotherProcessThatRenewsItsLease() {
        test.eventHandler = (event, attempt) -> Mono.never();
        inbox.start();
        accept("a");
        awaitBegun(1);
        Store first = startAnother();

        test.clock.step(Duration.ofSeconds(7));
        first.sweep().renew();
        test.clock.step(Duration.ofSeconds(7));
        store.sweep().sweep();
        assertThat(test.count("inbox", "owner = 'process-0'")).isOne();
        test.clock.step(Duration.ofSeconds(1));
        store.sweep().sweep();

        assertThat(test.count("inbox", "owner = 'process-1'")).isOne();
        abandon();
    }

    @Test
    void beginsNothingThatMayBeAnothersAfterAStandstill() {
        CompletableFuture<Void> freed = new CompletableFuture<>();
        test.eventHandler = (event, attempt) -> Mono.fromFuture(freed, true);
        inbox.start();
        IntStream.range(0, 64 + 10).forEach(number -> accept("event-" + number));
        awaitBegun(64);
        Store first = startAnother();
        test.clock.step(Duration.ofSeconds(8));
        store.sweep().sweep();

        freed.complete(null);
        settle(first);
        finish();
        assertThat(test.deliveries).as("64 begun by both, 10 by the second").hasSize(64 + 74);
    }

    @Test
    void leaseBeginsWhenTheEventIsWritten() {
        test.eventHandler = (event, attempt) -> Mono.never();
        CompletableFuture<Receipt> receipt = store.writer().accept(event("a"), test.clock.millis() - 9_000);
        inbox.start();
        assertThat(get(receipt)).isEqualTo(Receipt.ACCEPTED);

        assertThat(test.count("inbox", "next_at = " + (test.clock.millis() + 8_000))).isOne();
        abandon();
    }

    @Test
    void writesInTheOrderOfTheIdsSoThatTwoProcessesDoNotWaitForEachOther() {
        List<CompletableFuture<Receipt>> receipts = Stream.of("c", "a", "d", "b")
                .map(id -> store.writer().accept(event(id), test.clock.millis())).toList();
        inbox.start();
        assertThat(receipts.stream().map(this::get)).containsOnly(Receipt.ACCEPTED);

        assertThat(test.jdbc().sql("select event_id from inbox where event_id > ''").query(String.class).list())
                .containsExactly("a", "b", "c", "d");
    }

    /** One process stands still for longer than its lease, another takes its event over, and then both end it somehow. */
    @ParameterizedTest
    @CsvSource({"true,true", "true,false", "false,true", "false,false"})
    void leavesEventToWhoeverTookItOver(boolean firstFails, boolean secondFails) {
        List<CompletableFuture<Void>> work = List.of(new CompletableFuture<>(), new CompletableFuture<>());
        test.eventHandler = (event, attempt) -> Mono.fromFuture(work.get(test.deliveries.size() - 1), true);
        inbox.start();
        accept("a");
        awaitBegun(1);
        Store first = startAnother();
        test.clock.step(Duration.ofSeconds(8));
        store.sweep().sweep();
        assertThat(test.count("inbox", "owner = 'process-1' and cut")).isOne();

        end(work.getFirst(), firstFails);
        settle(first);
        assertThat(test.count("inbox", firstFails ? "owner = 'process-1' and state = 'open'" : "state = 'done'"))
                .isOne();
        end(work.getLast(), secondFails);
        finish();

        assertThat(test.count("inbox", firstFails && secondFails ? "state = 'open' and body <> ''" : "state = 'done'"))
                .isOne();
    }

    private static void end(CompletableFuture<Void> work, boolean fails) {
        if (fails) {
            work.completeExceptionally(new IllegalStateException("not yet"));
        } else {
            work.complete(null);
        }
    }

    @Test
    void handlesEventAfterItsLeaseWhenItsCommitLookedFailed() {
        test.deaf = true;
        inbox.start();
        assertThat(accept("a")).isEqualTo(Receipt.FAILED);
        test.deaf = false;
        assertThat(accept("a")).isEqualTo(Receipt.DUPLICATE);

        test.clock.step(Duration.ofSeconds(7));
        store.sweep().renew();
        store.sweep().sweep();
        assertThat(store.waiting() + store.inFlight()).isZero();
        test.clock.step(Duration.ofSeconds(1));
        store.sweep().renew();
        store.sweep().sweep();
        finish();

        assertThat(handled).containsExactly("a#0");
        assertThat(test.count("inbox", "state = 'done'")).isOne();
    }

    @Test
    void renewsLeaseOfAllThatIsHereHoweverMany() {
        test.eventHandler = (event, attempt) -> Mono.never();
        inbox.start();
        IntStream.range(0, 1_100)
                .mapToObj(number -> store.writer().accept(event("event-" + number), test.clock.millis())).toList()
                .forEach(this::get);
        awaitBegun(64);
        test.clock.step(Duration.ofSeconds(7));

        store.sweep().renew();

        assertThat(test.count("inbox", "next_at = " + (test.clock.millis() + 8_000))).isEqualTo(1_100);
        abandon();
    }

    @Test
    void throwsAwayWhatWasDoneForAWeek() {
        inbox.start();
        IntStream.range(0, 1_100).mapToObj(number -> store.writer().accept(event("event-" + number), 0)).toList()
                .forEach(this::get);
        finish();
        restart();
        test.eventHandler = (event, attempt) -> Mono.never();
        inbox.start();
        accept("young");
        test.clock.step(Duration.ofDays(6));
        store.sweep().purge();
        assertThat(test.count("inbox", "1 = 1")).isOne();

        abandon();
    }

    @Test
    void keepsOpenEventHoweverOld() {
        test.eventHandler = (event, attempt) -> Mono.never();
        inbox.start();
        accept("a");
        test.clock.step(Duration.ofDays(30));
        store.sweep().purge();

        assertThat(test.count("inbox", "1 = 1")).isOne();
        abandon();
    }

    @Test
    void writesWhatWaitsAndRefusesMoreWhenStopped() {
        inbox.start();
        List<CompletableFuture<Receipt>> receipts = IntStream.range(0, 2_000)
                .mapToObj(number -> store.writer().accept(event("event-" + number), 0)).toList();
        inbox.stop();

        assertThat(receipts.stream().map(this::get)).containsOnly(Receipt.ACCEPTED);
        assertThat(test.count("inbox", "1 = 1")).isEqualTo(2_000);
        assertThat(accept("late")).isEqualTo(Receipt.FULL);
    }

    private void restart() {
        store = test.store();
        inbox = store.inbox();
    }

    /** Another process on the same database; gives the first one's store, which goes on. */
    private Store startAnother() {
        Store first = store;
        restart();
        inbox.start();
        return first;
    }

    private void abandon() {
        restart();
    }

    private void finish() {
        settle();
        inbox.stop();
    }

    private void awaitBegun(int count) {
        Flux.interval(Duration.ofMillis(2)).filter(tick -> store.inFlight() == count)
                .blockFirst(Duration.ofSeconds(20));
    }

    private void settle() {
        settle(store);
    }

    private static void settle(Store store) {
        Flux.interval(Duration.ofMillis(2)).filter(tick -> store.waiting() + store.inFlight() == 0)
                .blockFirst(Duration.ofSeconds(20));
    }

    private void breakWriter() {
        try {
            test.writers.getLast().close();
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private Receipt accept(String id) {
        return Objects.requireNonNull(inbox.accept(event(id)).toFuture().orTimeout(20, TimeUnit.SECONDS).join());
    }

    private Receipt get(CompletableFuture<Receipt> receipt) {
        return receipt.orTimeout(20, TimeUnit.SECONDS).join();
    }

    private static VerifiedEvent event(String id) {
        return new VerifiedEvent(id, "messages", "created", "{}");
    }
}
