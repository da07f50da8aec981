package io.visitbot.sandbox.journal;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

import org.jspecify.annotations.Nullable;

/**
 * Sends the pretend services' own requests: one after the other within a lane, lanes side by side, never on the
 * caller's thread, each at most 10 s and once. Every request is kept in the call log.
 */
public final class Outbox {

    private static final Duration TIME_OUT = Duration.ofSeconds(10);

    private final HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(TIME_OUT).build();
    private final ConcurrentMap<String, CompletableFuture<Answer>> lanes = new ConcurrentHashMap<>();
    private final Clock clock;
    private final CallLog calls;

    public Outbox(Clock clock, CallLog calls) {
        this.clock = clock;
        this.calls = calls;
    }

    /**
     * A request to the outside.
     *
     * @param from the pretend service it comes from
     */
    public record Letter(String from, URI to, Map<String, String> headers, String body) {
    }

    /** What came back: status 0 and an empty body when nothing did. */
    public record Answer(int status, String body) {

        public boolean accepted() {
            return status >= 200 && status < 300;
        }
    }

    /** Sends the letter after those that were put into the same lane before. Never fails. */
    public CompletableFuture<Answer> post(String lane, Letter letter) {
        CompletableFuture<Answer> sent = lanes.compute(lane, (_, before) -> after(before, letter));
        return sent.whenComplete((_, _) -> lanes.remove(lane, sent));
    }

    private CompletableFuture<Answer> after(@Nullable CompletableFuture<Answer> before, Letter letter) {
        CompletableFuture<Answer> start = before == null
                ? CompletableFuture.completedFuture(new Answer(0, ""))
                : before;
        return start.thenComposeAsync(_ -> send(letter));
    }

    private CompletableFuture<Answer> send(Letter letter) {
        long begun = System.nanoTime();
        HttpRequest.Builder request = HttpRequest.newBuilder(letter.to()).timeout(TIME_OUT)
                .POST(HttpRequest.BodyPublishers.ofString(letter.body()));
        letter.headers().forEach(request::header);
        return http.sendAsync(request.build(), HttpResponse.BodyHandlers.ofString())
                .thenApply(response -> new Answer(response.statusCode(), response.body()))
                .exceptionally(Outbox::nothing).thenApply(answer -> logged(letter, answer, begun));
    }

    private static Answer nothing(Throwable failure) {
        Throwable cause = failure instanceof CompletionException && failure.getCause() != null
                ? failure.getCause()
                : failure;
        return new Answer(0, cause instanceof IOException ? "no answer" : cause.getClass().getSimpleName());
    }

    private Answer logged(Letter letter, Answer answer, long begun) {
        long ms = Duration.ofNanos(System.nanoTime() - begun).toMillis();
        calls.add(new Call(0, Times.iso(clock.instant()), "out", letter.from(), "bot", "POST", letter.to().getPath(),
                answer.status(), ms, null, letter.body(),
                answer.body()));
        return answer;
    }
}
