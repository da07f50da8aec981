package io.visitbot.end2end;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import static org.assertj.core.api.Assertions.assertThat;

/** The packaged program and a {@link BareWebex}, for what many signed events do to it. */
final class LoneBot implements AutoCloseable {

    private static final List<String> OPTIONS = List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xmx256m");
    private static final int CONNECTIONS = 64;
    private static final Duration START = Duration.ofMinutes(2);

    private final BareWebex webex;
    private final Path folder;
    private final Map<String, String> settings = new LinkedHashMap<>();
    private final Map<String, Integer> statuses = new LinkedHashMap<>();
    private final List<VisitProcess> runs = new ArrayList<>();
    private final SignedEvents events;

    private LoneBot(Path folder, BareWebex webex, String database) {
        this.folder = folder;
        this.webex = webex;
        int port = VisitProcess.freePort();
        settings.put("WEBEX_BOT_TOKEN", "token-of-the-load-tests");
        settings.put("WEBEX_WEBHOOK_SECRET", SignedEvents.SECRET);
        settings.put("WEBEX_API_URL", webex.home());
        settings.put("PUBLIC_URL", "http://127.0.0.1:" + port);
        settings.put("SERVER_PORT", Integer.toString(port));
        settings.put("DATABASE_URL", database);
        settings.put("VISIT_ADMIN_TOKEN", Metrics.TOKEN);
        this.events = new SignedEvents(home(), CONNECTIONS);
    }

    /** Not running yet. */
    static LoneBot at(Path folder, BareWebex webex, String database) {
        return new LoneBot(folder, webex, database);
    }

    void start() {
        start(List.of());
        awaitReady();
    }

    /** Begins it as the last words of another command, and does not wait. */
    VisitProcess start(List<String> command) {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        List<String> words = new ArrayList<>(command);
        words.add(java);
        words.addAll(OPTIONS);
        runs.add(VisitProcess.start(Path.of(words.getFirst()), words.subList(1, words.size()), folder, settings));
        return process();
    }

    void awaitReady() {
        Eventually.holds("the bot is ready", START, () -> {
            process().stillRunning();
            return Outside.isThere(home()) && health().statusCode() == 200;
        });
        Eventually.holds("its webhooks stand", webex::hasWebhooks);
    }

    VisitProcess process() {
        return runs.getLast();
    }

    BareWebex webex() {
        return webex;
    }

    String home() {
        return settings.getOrDefault("PUBLIC_URL", "");
    }

    Metrics metrics() {
        return Metrics.of(home());
    }

    HttpResponse<String> health() {
        return Outside.http("GET", home() + "/actuator/health/readiness", null, Map.of());
    }

    /** The page that says what is wrong and what to do. */
    String findings() {
        return Outside.http("GET", home() + "/actuator/health", null, Map.of()).body();
    }

    /** Sends so many events and gives their messages; the statuses are kept. */
    List<String> send(String prefix, int count) {
        List<String> messages = IntStream.range(0, count).mapToObj(number -> prefix + "-" + number).toList();
        send(messages);
        return messages;
    }

    void send(Collection<String> messages) {
        keep(events.send(messages));
    }

    /** Notes what was answered to events that another sent. */
    void keep(Map<String, Integer> answered) {
        answered.forEach((message, status) -> statuses.merge(message, status, LoneBot::better));
    }

    /** How many milliseconds pass between sending one event and its answer in the thread. */
    long roundTrip(String message) {
        long sent = System.nanoTime();
        send(List.of(message));
        Eventually.holds("the answer to " + message, () -> !webex.answers(message).isEmpty());
        return (webex.answers(message).getFirst() - sent) / 1_000_000;
    }

    private static int better(int before, int after) {
        return isAccepted(before) ? before : after;
    }

    private static boolean isAccepted(int status) {
        return status >= 200 && status < 300;
    }

    long accepted(Collection<String> messages) {
        return messages.stream().filter(message -> isAccepted(statuses.getOrDefault(message, 0))).count();
    }

    List<String> refused(Collection<String> messages) {
        return messages.stream().filter(message -> !isAccepted(statuses.getOrDefault(message, 0))).toList();
    }

    /** Every event that got a 2xx is answered in its thread, and none twice. */
    void accountForAll(Duration patience) {
        List<String> kept = statuses.keySet().stream().filter(message -> isAccepted(statuses.getOrDefault(message, 0)))
                .toList();
        Eventually.holds("all " + kept.size() + " accepted events are answered", patience,
                () -> kept.stream().noneMatch(message -> webex.answers(message).isEmpty()));
        assertThat(statuses.keySet().stream().filter(message -> webex.answers(message).size() > 1))
                .as("answered more than once").isEmpty();
    }

    void kill() {
        process().kill();
    }

    /** What it printed, over all its runs. */
    String output() {
        return String.join("\n", runs.stream().map(VisitProcess::output).toList());
    }

    @Override
    public void close() {
        runs.forEach(VisitProcess::close);
        webex.close();
    }
}
