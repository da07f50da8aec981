package io.visitbot.end2end;

import java.time.Duration;
import java.util.List;

import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaders;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import reactor.netty.ByteBufFlux;
import reactor.netty.DisposableServer;
import reactor.netty.http.client.HttpClient;
import reactor.netty.http.server.HttpServer;
import reactor.netty.http.server.HttpServerRequest;
import reactor.netty.http.server.HttpServerResponse;

/** The public address of several bots: sends what comes in to every one of them, or to the first that takes it. */
final class Relay implements AutoCloseable {

    private static final int NOBODY = 503;

    private final HttpClient http = HttpClient.newConnection().responseTimeout(Duration.ofSeconds(10));
    private final DisposableServer server = HttpServer.create().host("127.0.0.1").port(0).handle(this::pass).bindNow();
    private volatile List<Deployment> bots = List.of();
    private volatile boolean toAll;
    private volatile Witness witness = (_, _, _) -> {
    };

    /** Is told of each answer before it is passed on; may block. */
    interface Witness {

        void saw(String path, byte[] body, int status);
    }

    String home() {
        return "http://127.0.0.1:" + server.port();
    }

    /** From now on each request goes to all of these. */
    void leadToAll(Deployment... all) {
        bots = List.of(all);
        toAll = true;
    }

    /** From now on each request goes to the first of these that takes it. */
    void leadToOne(Deployment... inThisOrder) {
        bots = List.of(inThisOrder);
        toAll = false;
    }

    void tell(Witness watching) {
        witness = watching;
    }

    private Publisher<Void> pass(HttpServerRequest request, HttpServerResponse response) {
        return request.receive().aggregate().asByteArray().defaultIfEmpty(new byte[0])
                .flatMap(body -> answer(request, body)).flatMap(status -> response.status(status).send());
    }

    private Mono<Integer> answer(HttpServerRequest request, byte[] body) {
        Flux<Deployment> homes = Flux.fromIterable(bots);
        return toAll
                ? homes.flatMap(bot -> post(bot, request, body)).reduce(NOBODY, Math::min)
                : homes.concatMap(bot -> post(bot, request, body), 1).filter(status -> status < NOBODY).next()
                        .defaultIfEmpty(NOBODY);
    }

    private Mono<Integer> post(Deployment bot, HttpServerRequest request, byte[] body) {
        return http.headers(headers -> copy(request.requestHeaders(), headers)).post()
                .uri(bot.home() + request.uri()).send(ByteBufFlux.fromInbound(Mono.just(body)))
                .responseSingle((answer, content) -> content.then(Mono.just(answer.status().code())))
                .onErrorReturn(NOBODY).flatMap(status -> told(request.fullPath(), body, status));
    }

    private Mono<Integer> told(String path, byte[] body, int status) {
        return Mono.fromCallable(() -> {
            witness.saw(path, body, status);
            return status;
        }).subscribeOn(Schedulers.boundedElastic());
    }

    private static void copy(HttpHeaders from, HttpHeaders to) {
        to.set(from).remove(HttpHeaderNames.HOST).remove(HttpHeaderNames.CONTENT_LENGTH)
                .remove(HttpHeaderNames.CONNECTION).remove(HttpHeaderNames.UPGRADE);
    }

    @Override
    public void close() {
        server.disposeNow();
    }
}
