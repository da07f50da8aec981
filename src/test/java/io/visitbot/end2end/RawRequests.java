package io.visitbot.end2end;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.params.provider.Arguments;

import static org.junit.jupiter.params.provider.Arguments.arguments;

/** Requests that no honest client would write, byte by byte, and what comes back. */
final class RawRequests {

    private static final Pattern STATUS = Pattern.compile("HTTP/1\\.[01] (\\d{3}) ");
    private static final List<String> HOOKS = List.of("/webhooks/webex", "/webhooks/twilio/status",
            "/webhooks/twilio/inbound");
    private static final String SIGNATURES = "X-Spark-Signature: 00\nX-Twilio-Signature: AA==\n";

    private RawRequests() {
    }

    /** To each public hook what is forged, cut or too long, with the statuses that are right for it; 0 is none at all. */
    static Stream<Arguments> toHooks() {
        return HOOKS.stream().flatMap(hook -> Stream.of(
                arguments("forged", post(hook, "Content-Length: 2\nConnection: close", "{}"), List.of(401, 403)),
                arguments("cut", post(hook, "Content-Length: 100", "{"), List.of(0, 400)),
                arguments("cut in chunks", post(hook, "Transfer-Encoding: chunked", "5\nhel"), List.of(0, 400)),
                arguments("of no length", post(hook, "Connection: close", "{}"), List.of(401, 403)),
                arguments("announced too long", post(hook, "Content-Length: 1000000", "{"), List.of(413)),
                arguments("too long in chunks",
                        post(hook, "Transfer-Encoding: chunked", "400\n%s\n".formatted("x".repeat(1_024)).repeat(41)),
                        List.of(0, 413))));
    }

    /** What is hardly HTTP. */
    static Stream<String> malformed() {
        String event = "POST /webhooks/webex HTTP/1.1\nHost: x\n";
        return Stream.of(event + "Content-Length: 2\nContent-Length: 40\n\n{}GET /smuggled HTTP/1.1\nHost: x\n\n",
                event + "Content-Length: 40\nTransfer-Encoding: chunked\n\n0\n\nGET /smuggled HTTP/1.1\nHost: x\n\n",
                event + "Transfer-Encoding: xchunked, chunked\n\nfffffffffffffffff\n{}",
                event + "Content-Length: -1\n\n{}", event + "Content-Length: 99999999999999999999\n\n{}",
                event + "X Y: z\n\n", event + ": z\n\n", event + "Expect: 200-maybe\nContent-Length: 2\n\n{}",
                event + "x-spark-signature: 00\nContent-Length: 2\n\n{}",
                event + SIGNATURES + SIGNATURES + "Content-Length: 2\n\n{}",
                event + "Content-Type: ;;;\nContent-Length: 2\n\n{}", "F@O /webhooks/webex HTTP/1.1\nHost: x\n\n",
                "GET /a\0b HTTP/1.1\nHost: x\n\n", "GET /%00%zz HTTP/1.1\nHost: x\n\n", "GET \\ HTTP/1.1\n\n",
                "GET http://example.org:99999/actuator HTTP/1.1\nHost: y\n\n", "OPTIONS * HTTP/1.1\nHost: x\n\n",
                "GET //actuator/..//prometheus;a=b HTTP/1.1\nHost: x\n\n", "GET /?a=%zz&b HTTP/1.1\nHost: [::\n\n",
                "CONNECT example.org:443 HTTP/1.1\n\n", "GET /\n\n", "GET / HTTP/9.9\n\n", "PRI * HTTP/2.0\n\nSM\n\n",
                "GET / HTTP/1.1\nHost: x\nConnection: Upgrade, HTTP2-Settings\nUpgrade: h2c\nHTTP2-Settings: AA\n\n",
                "\u0016\u0003\u0001\u0002", "\0\0\0\0\n\n");
    }

    /** Sends it, says that no more will come, and gives the status of each answer until the server closes. */
    static List<Integer> send(int port, String request) {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(20_000);
            socket.getOutputStream().write(request.replace("\n", "\r\n").getBytes(StandardCharsets.ISO_8859_1));
            socket.shutdownOutput();
            return statuses(new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1));
        } catch (java.net.SocketException cut) {
            return List.of();
        } catch (IOException silent) {
            throw new UncheckedIOException(request, silent);
        }
    }

    private static List<Integer> statuses(String answers) {
        return STATUS.matcher(answers).results().map(found -> Integer.valueOf(found.group(1))).toList();
    }

    private static String post(String hook, String headers, String body) {
        return "POST " + hook + " HTTP/1.1\nHost: x\n" + SIGNATURES + headers + "\n\n" + body;
    }
}
