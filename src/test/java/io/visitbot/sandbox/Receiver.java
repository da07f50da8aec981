package io.visitbot.sandbox;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

import io.netty.handler.codec.http.HttpHeaders;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;
import reactor.netty.http.server.HttpServerRequest;
import reactor.netty.http.server.HttpServerResponse;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Stands in for the bot: keeps what is delivered to it. */
public final class Receiver implements AutoCloseable {

    private final BlockingQueue<Delivery> deliveries = new LinkedBlockingQueue<>();
    private final DisposableServer server = HttpServer.create().host("127.0.0.1").port(0).handle(this::keep).bindNow();

    /** One request. */
    public record Delivery(Map<String, String> headers, String body) {

        public JsonNode json() {
            return JsonMapper.shared().readTree(body);
        }

        public String header(String name) {
            return headers.getOrDefault(name.toLowerCase(Locale.ROOT), "");
        }
    }

    private Mono<Void> keep(HttpServerRequest request, HttpServerResponse response) {
        return request.receive().aggregate().asString().defaultIfEmpty("")
                .doOnNext(body -> deliveries.add(new Delivery(lowerCase(request.requestHeaders()), body)))
                .then(response.status(200).send());
    }

    private static Map<String, String> lowerCase(HttpHeaders headers) {
        Map<String, String> all = new HashMap<>();
        headers.forEach(header -> all.put(header.getKey().toLowerCase(Locale.ROOT), header.getValue()));
        return all;
    }

    public String url(String path) {
        return "http://127.0.0.1:" + server.port() + path;
    }

    /** The next request, within five seconds. */
    public Delivery next() throws InterruptedException {
        @Nullable
        Delivery next = deliveries.poll(5, TimeUnit.SECONDS);
        if (next == null) {
            throw new AssertionError("Nothing was delivered");
        }
        return next;
    }

    @Override
    public void close() {
        server.disposeNow();
    }
}
