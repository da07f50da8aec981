package io.visitbot;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.server.reactive.HttpHandler;
import org.springframework.http.server.reactive.ReactorHttpHandlerAdapter;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.web.reactive.function.server.RequestPredicates;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerResponse;
import org.springframework.web.server.MethodNotAllowedException;
import org.springframework.web.server.ServerWebInputException;
import org.springframework.web.server.adapter.WebHttpHandlerBuilder;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;

import io.visitbot.platform.Ids;
import io.visitbot.platform.Pace;

import static org.assertj.core.api.Assertions.assertThat;

class ServerTests {

    private static final Duration SHORT = Duration.ofMillis(300);
    private static final Duration LONG = Duration.ofSeconds(60);
    private static final int MOST = 250;
    /** Far more than the two ends' buffers take. */
    private static final int LARGE = 32 << 20;
    private static final int MOST_UNFINISHED = 100;

    private final CountDownLatch closed = new CountDownLatch(MOST);
    private final Crowd crowd = new Crowd(MOST, MOST_UNFINISHED, closed::countDown,
            new Pace(Schedulers.parallel(), Duration.ofMinutes(1), 1));
    private final HttpHandler handler = handler(true);
    private final List<DisposableServer> servers = new ArrayList<>();

    @AfterEach
    void stop() {
        servers.forEach(DisposableServer::disposeNow);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/fine", "/lost", "/broken", "/post-only"})
    void everyAnswerKeepsBrowsersFromHarm(String path) {
        client(LONG, LONG).get().uri(path).exchange().expectHeader()
                .valueEquals("Content-Security-Policy",
                        "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'")
                .expectHeader().valueEquals("Cache-Control", "no-store").expectHeader()
                .valueEquals("Referrer-Policy", "no-referrer").expectHeader()
                .valueEquals("X-Content-Type-Options", "nosniff").expectHeader()
                .valueEquals("X-Frame-Options", "DENY").expectHeader()
                .valueMatches("Permissions-Policy", ".*camera=\\(\\).*").expectHeader()
                .valueEquals("Strict-Transport-Security", "max-age=63072000").expectHeader().doesNotExist("Server");
    }

    @Test
    void httpAloneIsNeverPromisedToBeHttps() {
        WebTestClient.bindToServer().baseUrl("http://127.0.0.1:" + serve(handler(false), LONG, LONG).port()).build()
                .get()
                .uri("/fine").exchange().expectHeader().doesNotExist("Strict-Transport-Security");
    }

    @ParameterizedTest
    @CsvSource({"/lost,404", "/broken,500", "/post-only,405", "/wrong,400"})
    void errorsCarryAReferenceAndNothingElse(String path, int status) {
        String body = client(LONG, LONG).get().uri(path).exchange().expectStatus().isEqualTo(status)
                .expectBody(String.class).returnResult().getResponseBody();

        assertThat(body).matches("\\{\"reference\":\"R-[2-9A-HJ-NP-Z]{6}\"}");
    }

    @Test
    void saysWhichMethodWouldBeRight() {
        client(LONG, LONG).get().uri("/post-only").exchange().expectHeader().valueEquals("Allow", "POST");
    }

    @Test
    void browsersGetAPageThatSaysWhatToDo() {
        String page = client(LONG, LONG).get().uri("/lost").header("Accept", "text/html,*/*;q=0.8").exchange()
                .expectHeader().contentType("text/html;charset=UTF-8").expectBody(String.class).returnResult()
                .getResponseBody();

        assertThat(page).contains("<html lang=\"en\">", "There is nothing here", "ask whoever sent it", "R-")
                .doesNotContain("/lost", "<script", "style=");
    }

    @Test
    void unreadableAcceptIsNoErrorOfItsOwn() {
        client(LONG, LONG).get().uri("/lost").header("Accept", "text/;;").exchange().expectStatus().isNotFound();
    }

    @Test
    void closesConnectionsOnWhichNoRequestComes() throws IOException {
        DisposableServer server = serve(handler, SHORT, LONG);
        List<Socket> half = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            half.add(connected(server, i % 2 == 0 ? "" : "POST /fine HTTP/1.1\r\nHost: localhost\r\nX-Slow: "));
        }
        assertThat(get(connected(server, ""), "/fine")).startsWith("HTTP/1.1 200");

        for (Socket socket : half) {
            assertThat(socket.getInputStream().read()).as("the end of a half request").isEqualTo(-1);
            socket.close();
        }
    }

    @Test
    void closesConnectionsThatSendABytePerWhile() throws Exception {
        DisposableServer server = serve(handler, SHORT, LONG);
        try (Socket socket = connected(server, "GET /fine HTTP/1.1\r\nHost: localhost\r\nX-Slow: ")) {
            assertThat(drips(socket)).isLessThan(1_000_000);
        }
    }

    @Test
    void closesKeptConnectionsThatBeginAnotherRequestSlowly() throws IOException {
        DisposableServer server = serve(handler, LONG, SHORT);
        try (Socket socket = connected(server, "")) {
            BufferedReader reader = reader(socket);
            send(socket, "GET /fine HTTP/1.1\r\nHost: localhost\r\n\r\n");
            assertThat(reader.readLine()).startsWith("HTTP/1.1 200");
            send(socket, "GET /fine HTTP/1.1\r\nHost: ");
            while (reader.read() >= 0) {
                assertThat(socket.isClosed()).isFalse();
            }
        }
    }

    @Test
    void answersTwoRequestsThatCameTogether() throws IOException {
        DisposableServer server = serve(handler, LONG, LONG);
        String one = "GET /fine HTTP/1.1\r\nHost: localhost\r\n";
        try (Socket socket = connected(server, one + "\r\n" + one + "Connection: close\r\n\r\n")) {
            assertThat(reader(socket).lines().filter(line -> line.contains("HTTP/1.1 200"))).hasSize(2);
        }
    }

    @Test
    void slowClientsDriveOutEachOtherAndNobodyElse() throws Exception {
        DisposableServer server = serve(handler, LONG, LONG);
        Socket kept = connected(server, "GET /fine HTTP/1.1\r\nHost: localhost\r\n\r\n");
        assertThat(reader(kept).readLine()).startsWith("HTTP/1.1 200");
        List<Socket> slow = new ArrayList<>();
        for (int i = 0; i < 2 * MOST; i++) {
            slow.add(connected(server, "POST /post-only HTTP/1.1\r\nHost: localhost\r\n"
                    + (i % 2 == 0 ? "X-Slow: " : "Content-Length: 10\r\n\r\n{")));
        }

        assertThat(get(connected(server, ""), "/fine")).startsWith("HTTP/1.1 200");
        assertThat(closed.await(20, TimeUnit.SECONDS)).as("as many closed as were too many").isTrue();
        assertThat(get(kept, "/fine")).as("on a connection of before").isNotNull();
        assertThat(crowd.size()).isLessThanOrEqualTo(MOST);
        for (Socket socket : slow) {
            socket.close();
        }
    }

    @Test
    void burstOfQuickOnesDrivesOutNobody() throws IOException {
        DisposableServer server = serve(handler, LONG, LONG);
        List<Socket> quick = new ArrayList<>();
        for (int i = 0; i < 2 * MOST_UNFINISHED; i++) {
            quick.add(connected(server, "POST /post-only HTTP/1.1\r\nHost: localhost\r\nContent-Length: 2\r\n\r\n{}"));
        }
        for (Socket socket : quick) {
            assertThat(reader(socket).readLine()).startsWith("HTTP/1.1 200");
            socket.close();
        }
    }

    @Test
    void closesConnectionsThatAskAndAskAndWaitForNoAnswer() throws IOException {
        DisposableServer server = serve(handler, LONG, LONG);
        try (Socket socket = connected(server, "GET /fine HTTP/1.1\r\nHost: localhost\r\n\r\n".repeat(1_000))) {
            assertThat(answers(socket)).isLessThan(1_000);
        }
    }

    @Test
    void closesConnectionsOnWhichNobodyReadsTheAnswer() throws IOException {
        DisposableServer server = serve(handler, new Waits(LONG, LONG, LONG, Duration.ofSeconds(1)));
        try (Socket socket = new Socket()) {
            socket.setReceiveBufferSize(4_096);
            socket.connect(server.address());
            send(socket, "GET /large HTTP/1.1\r\nHost: localhost\r\n\r\n");
            awaitConnections(1);
            awaitConnections(0);
        }
    }

    @Test
    void refusesHeadersThatAreTooLarge() throws IOException {
        try (Socket socket = connected(serve(handler, LONG, LONG), "GET /fine HTTP/1.1\r\nX-Large: "
                + "x".repeat(20_000) + "\r\n\r\n")) {
            assertThat(reader(socket).readLine()).matches("HTTP/1.1 (413|431) .*");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/post-only", "/lost"})
    void doesNotWaitForEverForABody(String path) throws IOException {
        DisposableServer server = serve(handler, new Waits(LONG, LONG, SHORT, LONG));
        try (Socket socket = connected(server, "POST " + path + " HTTP/1.1\r\nHost: localhost\r\n"
                + "Content-Length: 100\r\n\r\n{")) {
            assertThat(reader(socket).lines().filter(line -> line.startsWith("HTTP/1.1 2"))).as("success").isEmpty();
        }
    }

    private static HttpHandler handler(boolean https) {
        return WebHttpHandlerBuilder.webHandler(RouterFunctions.toWebHandler(routes()))
                .filter(new SecurityHeaders(https))
                .exceptionHandler(new ErrorAnswers(new Ids(new Random(1)), Schedulers.parallel())).build();
    }

    private static RouterFunction<ServerResponse> routes() {
        return RouterFunctions.route().GET("/fine", _ -> ServerResponse.ok().bodyValue("fine"))
                .GET("/large", _ -> ServerResponse.ok().bodyValue("x".repeat(LARGE)))
                .GET("/broken", _ -> Mono.error(new IllegalStateException("no secret of ours")))
                .GET("/wrong", _ -> Mono.error(new ServerWebInputException("because of s3cret")))
                .POST("/post-only", request -> request.bodyToMono(String.class)
                        .flatMap(ServerResponse.ok()::bodyValue))
                .route(RequestPredicates.path("/post-only"),
                        request -> Mono.error(new MethodNotAllowedException(request.method(),
                                List.of(org.springframework.http.HttpMethod.POST))))
                .build();
    }

    private WebTestClient client(Duration first, Duration next) {
        return WebTestClient.bindToServer().baseUrl("http://127.0.0.1:" + serve(handler, first, next).port()).build();
    }

    private DisposableServer serve(HttpHandler handling, Duration first, Duration next) {
        return serve(handling, new Waits(first, next, LONG, LONG));
    }

    private DisposableServer serve(HttpHandler handling, Waits waits) {
        DisposableServer server = ServerConfiguration.limited(HttpServer.create(), crowd, waits)
                .host("127.0.0.1").port(0).handle(new ReactorHttpHandlerAdapter(handling)).bindNow();
        servers.add(server);
        return server;
    }

    private void awaitConnections(int count) {
        Flux.interval(Duration.ofMillis(5)).filter(tick -> crowd.size() == count).blockFirst(Duration.ofSeconds(20));
    }

    /** How many answers come before the server closes or cuts. */
    private static long answers(Socket socket) throws IOException {
        try {
            return reader(socket).lines().filter(line -> line.contains("HTTP/1.1 200")).count();
        } catch (UncheckedIOException cut) {
            return 0;
        }
    }

    private static Socket connected(DisposableServer server, String beginning) throws IOException {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port());
        socket.setSoTimeout(20_000);
        send(socket, beginning);
        return socket;
    }

    private static void send(Socket socket, String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
    }

    private static String get(Socket socket, String path) throws IOException {
        try (socket) {
            send(socket, "GET " + path + " HTTP/1.1\r\nHost: localhost\r\n\r\n");
            return reader(socket).readLine();
        }
    }

    /** How many bytes, with a breath between them, go through before the server closes. */
    private static int drips(Socket socket) {
        int sent = 0;
        try {
            while (sent < 1_000_000) {
                send(socket, "x");
                java.util.concurrent.locks.LockSupport.parkNanos(1_000_000);
                sent++;
            }
        } catch (IOException closed) {
            return sent;
        }
        return sent;
    }

    private static BufferedReader reader(Socket socket) throws IOException {
        return new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
    }
}
