package io.visitbot.webhook;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Random;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.http.server.reactive.ReactorHttpHandlerAdapter;
import org.springframework.web.reactive.function.server.RouterFunctions;
import reactor.core.publisher.Mono;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;

import io.visitbot.platform.Ids;
import io.visitbot.platform.ManualTimer;
import io.visitbot.platform.RequestBody;
import io.visitbot.platform.Secret;
import io.visitbot.webex.Me;

import static org.assertj.core.api.Assertions.assertThat;

class FrontDoorServerTests {

    private static final int CHUNK = 8 * 1024;
    private static final int MANY = 100_000;

    private final ManualTimer timer = new ManualTimer();
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final DisposableServer server = HttpServer.create().host("127.0.0.1").port(0)
            .handle(new ReactorHttpHandlerAdapter(RouterFunctions.toHttpHandler(new FrontDoor(
                    new WebhookSecret(new Secret("s3cr3t-hook"), (_, _) -> Mono.never(), new Ids(new Random(1))),
                    WantedHooks.fromManifest(), new Me(new FakeWebex().api()),
                    _ -> Mono.just(Inbox.Receipt.ACCEPTED), meters, timer).routes())))
            .bindNow();

    @AfterEach
    void stop() {
        server.disposeNow();
    }

    @Test
    void stopsReadingChunksThatNeverEnd() throws IOException {
        try (Socket socket = connect()) {
            OutputStream out = head(socket, "Transfer-Encoding: chunked");
            int sent = send(out, (Integer.toHexString(CHUNK) + "\r\n" + " ".repeat(CHUNK) + "\r\n"));

            assertThat(sent).isLessThan(MANY);
            assertThat(meters.counter("visit.events", "outcome", "refused").count()).isEqualTo(1);
        }
    }

    @Test
    void refusesDeclaredLengthWithoutReading() throws IOException {
        try (Socket socket = connect()) {
            head(socket, "Content-Length: 1000000000");

            assertThat(reader(socket).readLine()).startsWith("HTTP/1.1 413");
        }
    }

    @Test
    void doesNotWaitForEverForTheRest() throws Exception {
        try (Socket socket = connect()) {
            head(socket, "Content-Length: 100").write('{');
            timer.pass(RequestBody.LONGEST);

            assertThat(reader(socket).readLine()).startsWith("HTTP/1.1 408");
        }
    }

    @Test
    void keepsEventThatComesInChunks() throws IOException {
        String body = FrontDoorTests.recorded("message-created");
        try (Socket socket = connect()) {
            OutputStream out = head(socket, "Transfer-Encoding: chunked\r\nX-Spark-Signature: "
                    + FrontDoorTests.signed(body));
            byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
            out.write("1\r\n{\r\n".getBytes(StandardCharsets.US_ASCII));
            out.write((Integer.toHexString(bytes.length - 1) + "\r\n").getBytes(StandardCharsets.US_ASCII));
            out.write(bytes, 1, bytes.length - 1);
            out.write("\r\n0\r\n\r\n".getBytes(StandardCharsets.US_ASCII));

            assertThat(reader(socket).readLine()).startsWith("HTTP/1.1 200");
        }
    }

    private Socket connect() throws IOException {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port());
        socket.setSoTimeout(10_000);
        return socket;
    }

    private static OutputStream head(Socket socket, String header) throws IOException {
        OutputStream out = socket.getOutputStream();
        out.write(("POST /webhooks/webex HTTP/1.1\r\nHost: localhost\r\n" + header + "\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII));
        return out;
    }

    private static int send(OutputStream out, String chunk) {
        byte[] bytes = chunk.getBytes(StandardCharsets.US_ASCII);
        int sent = 0;
        try {
            while (sent < MANY) {
                out.write(bytes);
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
