package io.visitbot.end2end;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Stands before the bot where the outside reaches it, and remembers which events it gave a 2xx. */
final class Relay implements AutoCloseable {

    private static final Set<String> OURS = Set.of("connection", "content-length", "host", "transfer-encoding",
            "upgrade", "http2-settings");
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final Set<String> accepted = ConcurrentHashMap.newKeySet();
    private final AtomicReference<Runnable> onAccepted = new AtomicReference<>(Relay::nothing);
    private final HttpServer server;
    private final int bot;

    private Relay(HttpServer server, int bot) {
        this.server = server;
        this.bot = bot;
    }

    /** @param bot the port that the bot listens on */
    static Relay to(int bot) {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            Relay relay = new Relay(server, bot);
            server.createContext("/", relay::pass);
            server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
            server.start();
            return relay;
        } catch (IOException cannot) {
            throw new UncheckedIOException(cannot);
        }
    }

    /** What sends the bot's calls this way. */
    Map<String, String> settings() {
        return Map.of("SERVER_PORT", String.valueOf(bot), "PUBLIC_URL",
                "http://127.0.0.1:" + server.getAddress().getPort());
    }

    /** Whether the bot answered this message or submission with a 2xx. */
    boolean accepted(String id) {
        return accepted.contains(id);
    }

    int acceptedEvents() {
        return accepted.size();
    }

    /** Does this once, upon the next 2xx for somebody's event and before Webex hears of it. */
    void uponNextAccepted(Runnable deed) {
        onAccepted.set(deed);
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void pass(HttpExchange exchange) throws IOException {
        try (exchange) {
            byte[] body = exchange.getRequestBody().readAllBytes();
            answer(exchange, body, ask(exchange, body));
        }
    }

    private void answer(HttpExchange exchange, byte[] body, Optional<HttpResponse<byte[]>> answer) throws IOException {
        if (answer.isEmpty()) {
            exchange.sendResponseHeaders(502, -1);
            return;
        }
        HttpResponse<byte[]> given = answer.get();
        note(exchange, body, given.statusCode());
        given.headers().firstValue("Content-Type")
                .ifPresent(type -> exchange.getResponseHeaders().set("Content-Type", type));
        exchange.sendResponseHeaders(given.statusCode(), given.body().length == 0 ? -1 : given.body().length);
        exchange.getResponseBody().write(given.body());
    }

    /** Empty where the bot is away. */
    private Optional<HttpResponse<byte[]>> ask(HttpExchange exchange, byte[] body) {
        HttpRequest.Builder request = HttpRequest
                .newBuilder(URI.create("http://127.0.0.1:" + bot + exchange.getRequestURI())).timeout(PATIENCE)
                .method(exchange.getRequestMethod(), HttpRequest.BodyPublishers.ofByteArray(body));
        exchange.getRequestHeaders().entrySet().stream()
                .filter(header -> !OURS.contains(header.getKey().toLowerCase(java.util.Locale.ROOT)))
                .forEach(header -> request.header(header.getKey(), header.getValue().getFirst()));
        try {
            return Optional.of(http.send(request.build(), HttpResponse.BodyHandlers.ofByteArray()));
        } catch (IOException away) {
            return Optional.empty();
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }

    private void note(HttpExchange exchange, byte[] body, int status) {
        if (exchange.getRequestURI().getPath().equals("/webhooks/webex") && status / 100 == 2) {
            JsonNode event = JsonMapper.shared().readTree(new String(body, StandardCharsets.UTF_8));
            accepted.add(event.path("data").path("id").asString());
            if (!event.path("data").path("personEmail").asString("").endsWith("@webex.bot")) {
                onAccepted.getAndSet(Relay::nothing).run();
            }
        }
    }

    private static void nothing() {
    }
}
