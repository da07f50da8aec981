package io.visitbot.benchmark;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.netty.ByteBufMono;
import reactor.netty.DisposableServer;
import reactor.netty.http.client.HttpClient;
import reactor.netty.http.server.HttpServer;
import reactor.netty.http.server.HttpServerRequest;
import reactor.netty.http.server.HttpServerResponse;
import reactor.netty.resources.ConnectionProvider;

import static java.nio.charset.StandardCharsets.UTF_8;

/**
 * Measures how many mentions of {@code help} a second the packaged jar answers, from the signed webhook to the reply,
 * every event on disk. The jar runs in a process of its own, on one core where {@code taskset} is there; the Webex it
 * speaks to is a bare one in this process. Arguments: how many events (default 20,000), how many at once (default 64), how
 * many rounds after the first, which warms up (default 3).
 */
public final class HelpBenchmark {

    private static final String SECRET = "benchmark-secret";
    private static final String PERSON = """
            {"id":"%s","emails":["%s"],"displayName":"%s","orgId":"org","type":"%s"}""";
    private static final String MESSAGE = """
            {"id":"%s","roomId":"room","roomType":"direct","text":"help","personId":"lee",\
            "personEmail":"dr.lee@example.org","created":"2026-01-05T10:00:00.000Z"}""";
    private final AtomicLong replies = new AtomicLong();
    private final Path folder;
    private final int callers;
    private volatile CountDownLatch answered = new CountDownLatch(0);

    private HelpBenchmark(Path folder, int callers) {
        this.folder = folder;
        this.callers = callers;
    }

    public static void main(String[] args) throws Exception {
        int events = args.length > 0 ? Integer.parseInt(args[0]) : 20_000;
        int callers = args.length > 1 ? Integer.parseInt(args[1]) : 64;
        int rounds = args.length > 2 ? Integer.parseInt(args[2]) : 3;
        new HelpBenchmark(Files.createTempDirectory("help-benchmark"), callers).run(events, rounds);
    }

    private void run(int events, int rounds) throws Exception {
        DisposableServer webex = HttpServer.create().host("127.0.0.1").port(0).handle(this::webex).bindNow();
        int port = freePort();
        Process bot = start(port, webex.port());
        try {
            HttpClient http = HttpClient.create(ConnectionProvider.create("bench", callers))
                    .baseUrl("http://127.0.0.1:" + port);
            awaitReady(http);
            for (int round = 0; round <= rounds; round++) {
                measure(http, round, events);
            }
        } finally {
            bot.destroy();
            webex.disposeNow();
        }
    }

    private void measure(HttpClient http, int round, int events) throws InterruptedException {
        answered = new CountDownLatch(events);
        long start = System.nanoTime();
        Long accepted = Flux.range(0, events).flatMap(number -> post(http, round + "-" + number), callers)
                .filter(status -> status == 200).count().block();
        double accepting = (System.nanoTime() - start) / 1e9;
        boolean all = answered.await(2, TimeUnit.MINUTES);
        double answering = (System.nanoTime() - start) / 1e9;
        System.out.printf("round %d: %d accepted at %,.0f/s, %s answered at %,.0f/s%n", round, accepted,
                events / accepting, all ? "all" : "NOT ALL", (events - answered.getCount()) / answering);
    }

    private static Mono<Integer> post(HttpClient http, String id) {
        byte[] body = """
                {"resource":"messages","event":"created","actorId":"lee","data":{"id":"message-%s","roomId":"room",\
                "roomType":"direct","personId":"lee","personEmail":"dr.lee@example.org"}}""".formatted(id)
                .getBytes(UTF_8);
        return http.headers(headers -> headers.set("X-Spark-Signature", signature(body)))
                .post().uri("/webhooks/webex").send(ByteBufMono.fromString(Mono.just(new String(body, UTF_8))))
                .responseSingle((response, content) -> content.then(Mono.just(response.status().code())));
    }

    private Publisher<Void> webex(HttpServerRequest request, HttpServerResponse response) {
        String path = request.path();
        String method = request.method().name();
        String answer = switch (method + " " + path.replaceFirst("^v1/(\\w+).*", "$1")) {
            case "GET people" -> path.endsWith("/me")
                    ? PERSON.formatted("bot", "visit@webex.bot", "Visit", "bot")
                    : PERSON.formatted("lee", "dr.lee@example.org", "Dr. Lee", "person");
            case "GET messages" -> MESSAGE.formatted(path.substring(path.lastIndexOf('/') + 1));
            case "POST messages" -> MESSAGE.formatted("reply-" + replies.incrementAndGet());
            case "GET webhooks" -> "{\"items\":[]}";
            default -> "{\"id\":\"hook\",\"name\":\"hook\",\"status\":\"active\"}";
        };
        boolean reply = method.equals("POST") && path.startsWith("v1/messages");
        return request.receive().aggregate().then(response.header("Content-Type", "application/json")
                .sendString(Mono.just(answer)).then()).doFinally(_ -> count(reply));
    }

    private void count(boolean reply) {
        if (reply) {
            answered.countDown();
        }
    }

    private Process start(int port, int webex) throws Exception {
        List<String> command = new ArrayList<>();
        if (Files.isExecutable(Path.of("/usr/bin/taskset"))) {
            command.addAll(List.of("/usr/bin/taskset", "-c", "0"));
        }
        command.addAll(List.of(System.getProperty("java.home") + "/bin/java", "-Xmx256m", "-jar",
                Path.of(System.getProperty("visit.jar", "target/visit.jar")).toAbsolutePath().toString()));
        ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile())
                .redirectOutput(folder.resolve("log").toFile()).redirectErrorStream(true);
        builder.environment().putAll(environment(port, webex));
        System.out.println("log and database: " + folder);
        return builder.start();
    }

    private Map<String, String> environment(int port, int webex) {
        Map<String, String> settings = new HashMap<>();
        settings.put("WEBEX_BOT_TOKEN", "benchmark-token");
        settings.put("WEBEX_WEBHOOK_SECRET", SECRET);
        settings.put("WEBEX_API_URL", "http://127.0.0.1:" + webex + "/v1");
        settings.put("PUBLIC_URL", "http://127.0.0.1:" + port);
        settings.put("SERVER_PORT", Integer.toString(port));
        settings.put("DATABASE_URL", "jdbc:sqlite:" + folder.resolve("visit.db"));
        return settings;
    }

    private static void awaitReady(HttpClient http) {
        http.get().uri("/actuator/health/readiness").response().map(response -> response.status().code())
                .filter(status -> status == 200)
                .switchIfEmpty(Mono.error(() -> new IllegalStateException("not ready")))
                .retryWhen(reactor.util.retry.Retry.fixedDelay(120, Duration.ofMillis(500))).block();
    }

    private static String signature(byte[] body) {
        try {
            Mac mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(SECRET.getBytes(UTF_8), "HmacSHA1"));
            return HexFormat.of().formatHex(mac.doFinal(body));
        } catch (java.security.GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static int freePort() throws java.io.IOException {
        try (java.net.ServerSocket socket = new java.net.ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
