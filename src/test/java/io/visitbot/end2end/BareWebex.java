package io.visitbot.end2end;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

import org.reactivestreams.Publisher;
import reactor.core.publisher.Mono;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;
import reactor.netty.http.server.HttpServerRequest;
import reactor.netty.http.server.HttpServerResponse;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * A Webex in this process with one person who says nothing but {@code help}: quick enough for thousands of events, and it
 * knows when each message was answered.
 */
final class BareWebex implements AutoCloseable {

    private static final String PERSON = """
            {"id":"%s","emails":["%s"],"displayName":"%s","orgId":"org","type":"%s"}""";
    private static final String MESSAGE = """
            {"id":"%s","roomId":"room","roomType":"direct","text":"help","personId":"lee",\
            "personEmail":"dr.lee@example.org","created":"2026-01-05T10:00:00.000Z"}""";

    private final Map<String, List<Long>> answers = new ConcurrentHashMap<>();
    private final List<JsonNode> webhooks = new CopyOnWriteArrayList<>();
    private final DisposableServer server;
    private volatile Duration pause;
    private volatile boolean silent;

    /** {@code pause} goes before each answer. */
    BareWebex(Duration pause) {
        this.pause = pause;
        this.server = HttpServer.create().host("127.0.0.1").port(0).handle(this::handle).bindNow();
    }

    String home() {
        return "http://127.0.0.1:" + server.port() + "/v1";
    }

    boolean hasWebhooks() {
        return webhooks.size() >= 3;
    }

    /** From now on so long goes before each answer. */
    void pause(Duration longer) {
        pause = longer;
    }

    /** From now on no message can be read, so that whatever comes stays unfinished; or the end of that. */
    void hideMessages(boolean hidden) {
        silent = hidden;
    }

    /** When the message was answered, each time, in nanoseconds since some moment. */
    List<Long> answers(String message) {
        return answers.getOrDefault(message, List.of());
    }

    long answered() {
        return answers.size();
    }

    @Override
    public void close() {
        server.disposeNow();
    }

    private Publisher<Void> handle(HttpServerRequest request, HttpServerResponse response) {
        return request.receive().aggregate().asString().defaultIfEmpty("")
                .flatMap(body -> send(response, request.method().name(), request.path(), body));
    }

    private Mono<Void> send(HttpServerResponse response, String method, String path, String body) {
        if (silent && method.equals("GET") && path.startsWith("v1/messages/")) {
            return response.status(503).send().then();
        }
        Mono<String> answer = Mono.fromSupplier(() -> answer(method, path, body));
        return response.header("Content-Type", "application/json")
                .sendString(pause.isZero() ? answer : Mono.delay(pause).then(answer)).then();
    }

    private String answer(String method, String path, String body) {
        return switch (method + " " + path.replaceFirst("^v1/(\\w+).*", "$1")) {
            case "GET people" -> path.endsWith("/me")
                    ? PERSON.formatted("bot", "visit@webex.bot", "Visit", "bot")
                    : PERSON.formatted("lee", "dr.lee@example.org", "Dr. Lee", "person");
            case "GET messages" -> MESSAGE.formatted(path.substring(path.lastIndexOf('/') + 1));
            case "POST messages" -> noted(body);
            case "GET webhooks" -> JsonMapper.shared().writeValueAsString(Map.of("items", webhooks));
            case "POST webhooks" -> registered(body);
            default -> "{}";
        };
    }

    private String noted(String body) {
        String thread = JsonMapper.shared().readTree(body).path("parentId").asString();
        answers.computeIfAbsent(thread, _ -> new CopyOnWriteArrayList<>()).add(System.nanoTime());
        return MESSAGE.formatted("reply");
    }

    private String registered(String body) {
        ObjectNode hook = (ObjectNode) JsonMapper.shared().readTree(body);
        hook.put("id", "hook-" + webhooks.size()).put("status", "active");
        webhooks.add(hook);
        return hook.toString();
    }
}
