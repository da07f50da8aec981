package io.visitbot.end2end;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import reactor.core.publisher.Flux;
import tools.jackson.databind.JsonNode;

import io.visitbot.store.PostgresServer;

import static io.visitbot.end2end.Outside.text;
import static org.assertj.core.api.Assertions.assertThat;

/** Two of the packaged program on one real PostgreSQL, started at the same moment, seen from the outside only. */
@ExtendWith(PostgresServer.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class InstancesIntegrationTests {

    private static final String WARD = "Ward 3";
    private static final Duration TAKEN_OVER = Duration.ofSeconds(15);
    private static final Duration PAUSE = Duration.ofSeconds(4);
    /** How long it may take until the other instance has heard of a pause. */
    private static final Duration HEARD = Duration.ofMillis(500);
    private static final String ACCEPTED = "visit_events_total{outcome=\"accepted\"}";
    private static final Pattern NUMBER = Pattern.compile("V-\\w+");

    private final Relay relay = new Relay();
    private Deployment first;
    private Deployment second;
    private Outside outside;
    private List<String> hooks;

    @BeforeAll
    void start(@TempDir Path folder) {
        first = Deployment.launch(folder, PostgresServer.freshUrl(), relay.home());
        second = first.launchAnother();
        relay.leadToAll(first, second);
        first.awaitBot();
        second.awaitBot();
        outside = first.outside();
        hooks = hooks();
        assertThat(changesOfWebhooks()).as("made once, though both started at once").containsExactly("POST", "POST",
                "POST");
    }

    @AfterEach
    void clear() {
        outside.clearFaults();
        relay.leadToAll(first, second);
    }

    @AfterAll
    void stop() {
        List<String> atTheEnd = hooks();
        second.close();
        first.close();
        relay.close();
        assertThat(atTheEnd).as("webhooks, through kill and restarts").isEqualTo(hooks).hasSize(3);
    }

    private List<String> hooks() {
        return outside.list("webhooks").stream().map(hook -> text(hook, "id")).toList();
    }

    private List<String> changesOfWebhooks() {
        return outside.list("calls").stream().filter(call -> text(call, "path").startsWith("/v1/webhooks"))
                .map(call -> text(call, "method")).filter(method -> !method.equals("GET")).toList();
    }

    @Test
    void handlesEventThatIsSentToBothOnce() {
        double before = received("accepted") + received("duplicate");
        List<String> threads = Stream.generate(() -> outside.say("lee", WARD, "@visit whoami")).limit(10).toList();

        threads.forEach(thread -> outside.answer(thread, "You are"));
        Eventually.holds("both were told everything",
                () -> received("accepted") + received("duplicate") >= before + 20);
        assertThat(threads).allSatisfy(thread -> assertThat(outside.answers(thread)).hasSize(1));
    }

    private double received(String outcome) {
        String meter = "visit_events_total{outcome=\"" + outcome + "\"}";
        return first.metrics().value(meter) + second.metrics().value(meter);
    }

    @Test
    void takesOverWhatAKilledOneWasDoing(TestReporter reporter) {
        relay.leadToOne(first);
        outside.fault(Map.of("service", "instantconnect", "kind", "slow", "ms", 60_000));
        String visit = outside.say("lee", WARD, "@visit new patient-61 +1 202 555 0161");
        outside.answer(visit, "still waiting");
        outside.fault(Map.of("service", "webex", "kind", "slow", "ms", 60_000, "method", "GET", "path", "/messages/"));
        String command = outside.say("lee", WARD, "@visit whoami");
        Eventually.holds("the first is at work on the command",
                () -> first.metrics().value("visit_inbox_inflight") > 0);

        first.bot().kill();
        long killed = System.nanoTime();
        outside.clearFaults();
        relay.leadToOne(second);
        Eventually.holds("the second has done both", TAKEN_OVER, () -> !outside.results(visit).isEmpty()
                && outside.answers(command).stream().anyMatch(answer -> text(answer, "text").contains("You are")));
        reporter.publishEntry("taken over after",
                Duration.ofNanos(System.nanoTime() - killed).toMillis() + " ms");
        outside.answer(visit, "delivered");
        assertThat(outside.texts("+12025550161")).hasSize(1);
        first.startBot();
    }

    @Test
    void showsCancelledVisitOnTheOtherAtOnce() {
        relay.leadToOne(first);
        String thread = outside.say("lee", WARD, "@visit new patient-62 +1 202 555 0162");
        Matcher number = NUMBER.matcher(text(outside.result(thread), "markdown"));
        assertThat(number.find()).isTrue();
        relay.leadToOne(second);
        outside.answer(outside.say("lee", WARD, "@visit status " + number.group()), number.group());
        relay.leadToOne(first);
        outside.answer(outside.say("lee", WARD, "@visit cancel " + number.group()), "is off");

        relay.leadToOne(second);
        String asked = outside.say("lee", WARD, "@visit status " + number.group());
        Eventually.holds("an answer", () -> !outside.answers(asked).isEmpty());
        assertThat(outside.answers(asked)).singleElement()
                .satisfies(answer -> assertThat(text(answer, "text")).contains("called off"));
    }

    @Test
    void losesNothingWhileBothAreRestartedOneAfterTheOther() {
        relay.leadToOne(first, second);
        List<String> commands = new ArrayList<>();
        List<String> visits = new ArrayList<>();
        AtomicBoolean goesOn = new AtomicBoolean(true);
        CompletableFuture<@Nullable Void> load = Flux.interval(Duration.ofMillis(150)).onBackpressureDrop()
                .takeWhile(tick -> goesOn.get())
                .doOnNext(tick -> ask(tick % 10 == 0 && visits.size() < 30, visits, commands)).then()
                .toFuture();
        restart(first);
        relay.leadToOne(second, first);
        restart(second);
        goesOn.set(false);
        load.join();

        assertThat(commands).hasSizeGreaterThan(40);
        commands.forEach(thread -> outside.answer(thread, "You are"));
        visits.forEach(thread -> outside.answer(thread, "delivered"));
        assertThat(commands).allSatisfy(thread -> assertThat(outside.answers(thread)).hasSize(1));
        assertThat(visits).allSatisfy(thread -> assertThat(outside.results(thread)).hasSize(1));
        assertThat(IntStream.range(0, visits.size())).allSatisfy(
                number -> assertThat(outside.texts("+12025550" + (170 + number))).hasSize(1));
    }

    @Test
    void leaveServiceAloneTogetherForAsLongAsItAsks(TestReporter reporter) {
        long before = outside.list("calls").getLast().path("n").asLong();
        outside.fault(tooMany("twilio"));
        List<String> visits = IntStream.range(0, 4).mapToObj(number -> outside.say("ortiz", WARD,
                "@visit new patient-64 +1 202 555 013" + number)).toList();
        visits.forEach(outside::result);
        outside.fault(tooMany("webex"));
        Eventually.holds("word of a text message waits", () -> waiting(first) + waiting(second) > 0);
        List<String> commands = new ArrayList<>(commandsTo(first, 10));
        commands.addAll(commandsTo(second, 10));
        outside.clearFaults();

        commands.forEach(thread -> outside.answer(thread, "You are"));
        visits.forEach(thread -> outside.answer(thread, "delivered"));
        assertThat(commands).allSatisfy(thread -> assertThat(outside.answers(thread)).hasSize(1));
        assertThat(IntStream.range(0, 4)).allSatisfy(
                number -> assertThat(outside.texts("+1202555013" + number)).hasSize(1));
        List<Asked> calls = callsOf("webex", before);
        keepQuiet(calls);
        keepQuiet(callsOf("twilio", before));
        letPeopleGoFirst(calls);
        reporter.publishEntry("refused by Webex",
                calls.stream().filter(Asked::isRefused).count() + " of " + calls.size() + " calls");
    }

    private static Map<String, Object> tooMany(String service) {
        return Map.of("service", service, "kind", "status", "status", 429, "retryAfter", PAUSE.toSeconds());
    }

    private static double waiting(Deployment one) {
        return one.metrics().value("visit_api_waiting{api=\"webex\"}");
    }

    private List<String> commandsTo(Deployment one, int count) {
        relay.leadToOne(one);
        double before = one.metrics().value(ACCEPTED);
        List<String> threads = Stream.generate(() -> outside.say("lee", WARD, "@visit whoami")).limit(count).toList();
        Eventually.holds("it has them all", () -> one.metrics().value(ACCEPTED) >= before + count);
        return threads;
    }

    /** Only what was under way when somebody was refused, here or there, may still arrive. */
    private static void keepQuiet(List<Asked> calls) {
        List<Asked> refused = calls.stream().filter(Asked::isRefused).toList();
        assertThat(refused).isNotEmpty();
        assertThat(calls).allSatisfy(call -> assertThat(refused).noneMatch(
                no -> call.begun().isAfter(no.ended().plus(HEARD)) && call.begun().isBefore(no.ended().plus(PAUSE))));
    }

    /** Word of the text messages waited already when the people came. */
    private static void letPeopleGoFirst(List<Asked> calls) {
        Instant last = calls.stream().filter(Asked::isRefused).map(Asked::ended).max(Comparator.naturalOrder())
                .orElseThrow();
        assertThat(calls.stream().filter(call -> call.begun().isAfter(last)).takeWhile(call -> !call.isBackground()))
                .as("people's calls before the first of another kind").hasSizeGreaterThanOrEqualTo(10);
    }

    private List<Asked> callsOf(String service, long since) {
        return outside.state(since).path("calls").valueStream().filter(call -> service.equals(text(call, "to")))
                .map(Asked::of).sorted(Comparator.comparing(Asked::begun)).toList();
    }

    /** A call as the pretend service saw it. */
    private record Asked(Instant begun, Instant ended, int status, String what) {

        static Asked of(JsonNode call) {
            Instant ended = Instant.parse(text(call, "at"));
            return new Asked(ended.minusMillis(call.path("ms").asLong()), ended, call.path("status").asInt(),
                    text(call, "method") + " " + text(call, "path") + " " + text(call, "requestBody"));
        }

        boolean isRefused() {
            return status == 429;
        }

        boolean isBackground() {
            return what.contains("Text message to") || what.contains("/webhooks");
        }
    }

    private void ask(boolean visit, List<String> visits, List<String> commands) {
        if (visit) {
            visits.add(outside.say("ortiz", WARD, "@visit new patient-63 +1 202 555 0" + (170 + visits.size())));
        } else {
            commands.add(outside.say("ortiz", WARD, "@visit whoami"));
        }
    }

    private static void restart(Deployment deployment) {
        assertThat(deployment.bot().stop()).as("exit status after SIGTERM").isEqualTo(143);
        deployment.startBot();
    }
}
