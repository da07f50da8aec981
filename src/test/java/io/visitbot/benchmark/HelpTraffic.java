package io.visitbot.benchmark;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
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

/** Mentions of {@code help} that come to the packaged jar as signed webhooks, and the bare Webex that the replies go to. */
final class HelpTraffic implements AutoCloseable {

    private static final String SECRET = "benchmark-secret";
    private static final String PERSON = """
            {"id":"%s","emails":["%s"],"displayName":"%s","orgId":"org","type":"%s"}""";
    private static final String MESSAGE = """
            {"id":"%s","roomId":"room","roomType":"direct","text":"help","personId":"lee",\
            "personEmail":"dr.lee@example.org","created":"2026-01-05T10:00:00.000Z"}""";

    private final AtomicLong replies = new AtomicLong();
    private final DisposableServer webex = HttpServer.create().host("127.0.0.1").port(0).handle(this::webex).bindNow();
    private final HttpClient http;
    private final int callers;
    private volatile CountDownLatch answered = new CountDownLatch(0);

    /** {@code callers} events are on their way in at the same time. */
    HelpTraffic(int callers) {
        this.callers = callers;
        this.http = HttpClient.create(ConnectionProvider.create("bench", callers));
    }

    /** The settings of a bot that listens on the port. */
    Map<String, String> settings(int port, String database) {
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("WEBEX_BOT_TOKEN", "benchmark-token");
        settings.put("WEBEX_WEBHOOK_SECRET", SECRET);
        settings.put("WEBEX_API_URL", "http://127.0.0.1:" + webex.port() + "/v1");
        settings.put("PUBLIC_URL", "http://127.0.0.1:" + port);
        settings.put("SERVER_PORT", Integer.toString(port));
        settings.put("DATABASE_URL", database);
        return settings;
    }

    void awaitReady(int port) {
        http.get().uri("http://127.0.0.1:" + port + "/actuator/health/readiness").response()
                .map(response -> response.status().code()).filter(status -> status == 200)
                .switchIfEmpty(Mono.error(() -> new IllegalStateException("not ready")))
                .retryWhen(reactor.util.retry.Retry.fixedDelay(240, java.time.Duration.ofMillis(500))).block();
    }

    /** Sends so many events, to the ports in turn, and waits until each that was taken has its reply. */
    Outcome run(String round, int events, List<Integer> ports) throws InterruptedException {
        answered = new CountDownLatch(events);
        long start = System.nanoTime();
        long accepted = Flux.range(0, events)
                .flatMap(number -> post(ports.get(number % ports.size()), round + "-" + number), callers)
                .filter(status -> status == 200).count().blockOptional().orElse(0L);
        double accepting = (System.nanoTime() - start) / 1e9;
        for (long refused = accepted; refused < events; refused++) {
            answered.countDown();
        }
        answered.await(2, TimeUnit.MINUTES);
        double answering = (System.nanoTime() - start) / 1e9;
        return new Outcome(events, accepted, accepted - answered.getCount(), accepting, answering);
    }

    private Mono<Integer> post(int port, String id) {
        byte[] body = """
                {"resource":"messages","event":"created","actorId":"lee","data":{"id":"message-%s","roomId":"room",\
                "roomType":"direct","personId":"lee","personEmail":"dr.lee@example.org"}}""".formatted(id)
                .getBytes(UTF_8);
        return http.headers(headers -> headers.set("X-Spark-Signature", signature(body)))
                .post().uri("http://127.0.0.1:" + port + "/webhooks/webex")
                .send(ByteBufMono.fromString(Mono.just(new String(body, UTF_8))))
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

    private static String signature(byte[] body) {
        try {
            Mac mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(SECRET.getBytes(UTF_8), "HmacSHA1"));
            return HexFormat.of().formatHex(mac.doFinal(body));
        } catch (java.security.GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Starts the packaged jar, if need be on some cores only. */
    static Process start(Path folder, List<String> before, Map<String, String> settings) throws java.io.IOException {
        List<String> command = new ArrayList<>(before);
        command.addAll(List.of(System.getProperty("java.home") + "/bin/java", "-Xmx256m", "-jar",
                Path.of(System.getProperty("visit.jar", "target/visit.jar")).toAbsolutePath().toString()));
        Path log = Files.createTempFile(folder, "bot", ".log");
        ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile()).redirectOutput(log.toFile())
                .redirectErrorStream(true);
        builder.environment().putAll(settings);
        System.out.println("log: " + log);
        return builder.start();
    }

    static int freePort() throws java.io.IOException {
        try (java.net.ServerSocket socket = new java.net.ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    @Override
    public void close() {
        webex.disposeNow();
    }

    /**
     * What became of the events.
     *
     * @param accepting seconds until the last was accepted
     * @param answering seconds until the last was answered, or nothing came any more
     */
    record Outcome(int events, long accepted, long replied, double accepting, double answering) {

        boolean complete() {
            return accepted == events && replied == events;
        }
    }
}
