package io.visitbot.end2end;

import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.Collection;
import java.util.HexFormat;
import java.util.Map;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.netty.ByteBufMono;
import reactor.netty.http.client.HttpClient;
import reactor.netty.resources.ConnectionProvider;

import static java.nio.charset.StandardCharsets.UTF_8;

/** Sends message events as Webex does, over many connections at the same time, and keeps what was answered. */
final class SignedEvents {

    static final String SECRET = "secret-of-the-load-tests";
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final HttpClient http;
    private final int connections;
    private final String secret;

    SignedEvents(String home, int connections) {
        this(home, connections, SECRET);
    }

    SignedEvents(String home, int connections, String secret) {
        this.secret = secret;
        this.connections = connections;
        this.http = HttpClient.create(ConnectionProvider.create("signed-events", connections)).baseUrl(home)
                .responseTimeout(PATIENCE);
    }

    /** Sends an event for each message; gives the status for each, 0 where nobody answered. */
    Map<String, Integer> send(Collection<String> messages) {
        return Flux.fromIterable(messages)
                .flatMap(message -> post(message).map(status -> Map.entry(message, status)), connections)
                .collectMap(Map.Entry::getKey, Map.Entry::getValue).toFuture().join();
    }

    private Mono<Integer> post(String message) {
        String body = """
                {"resource":"messages","event":"created","actorId":"lee","data":{"id":"%s","roomId":"room",\
                "roomType":"direct","personId":"lee","personEmail":"dr.lee@example.org"}}""".formatted(message);
        return http.headers(headers -> headers.set("X-Spark-Signature", signature(secret, body))).post()
                .uri("/webhooks/webex").send(ByteBufMono.fromString(Mono.just(body)))
                .responseSingle((response, content) -> content.then(Mono.just(response.status().code())))
                .onErrorReturn(0);
    }

    private static String signature(String secret, String body) {
        return HexFormat.of().formatHex(hmac(secret, body));
    }

    static byte[] hmac(String secret, String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(secret.getBytes(UTF_8), "HmacSHA1"));
            return mac.doFinal(text.getBytes(UTF_8));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
