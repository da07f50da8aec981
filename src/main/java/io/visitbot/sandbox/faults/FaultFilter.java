package io.visitbot.sandbox.faults;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;

import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.HttpHeaders;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

import io.visitbot.sandbox.journal.Call;
import io.visitbot.sandbox.journal.Journal;
import io.visitbot.sandbox.journal.Times;
import io.visitbot.sandbox.webex.People;
import io.visitbot.sandbox.webex.Person;

/** Stands before the pretend services: lets trouble strike, and keeps every call in the log. */
final class FaultFilter implements WebFilter {

    private static final int MAX_BODY = 2 * 1024 * 1024;

    private final Journal journal;
    private final Faults faults;
    private final People people;
    private final Scheduler timer;
    private final FaultAnswer answers;

    FaultFilter(Journal journal, Faults faults, People people, Scheduler timer) {
        this.journal = journal;
        this.faults = faults;
        this.people = people;
        this.timer = timer;
        this.answers = new FaultAnswer(journal.ids());
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        return Target.of(exchange.getRequest().getPath().value()).map(target -> guarded(exchange, chain, target))
                .orElseGet(() -> chain.filter(exchange));
    }

    private Mono<Void> guarded(ServerWebExchange exchange, WebFilterChain chain, Target target) {
        return DataBufferUtils.join(exchange.getRequest().getBody(), MAX_BODY).map(Replayed::bytes)
                .defaultIfEmpty(new byte[0]).flatMap(body -> new Passage(exchange, chain, target, body).pass());
    }

    /** One request on its way through. */
    private final class Passage {

        private final ServerWebExchange exchange;
        private final WebFilterChain chain;
        private final Target target;
        private final byte[] body;
        private final long begun = System.nanoTime();

        Passage(ServerWebExchange exchange, WebFilterChain chain, Target target, byte[] body) {
            this.exchange = exchange;
            this.chain = chain;
            this.target = target;
            this.body = body;
        }

        Mono<Void> pass() {
            ServerHttpRequest request = exchange.getRequest();
            Optional<Fault> fault = target.faulty()
                    ? faults.strike(target.service(), request.getMethod().name(), request.getPath().value())
                    : Optional.empty();
            return fault.map(this::struck).orElseGet(() -> through(recording(false)));
        }

        private Mono<Void> struck(Fault fault) {
            return switch (fault.kind()) {
                case STATUS -> refuse(fault);
                case SLOW ->
                    Mono.delay(Duration.ofMillis(fault.ms()), timer).then(Mono.defer(() -> through(recording(false))));
                case DOWN -> cut(0, "connection cut");
                case ACCEPT_THEN_FAIL -> acceptThenFail();
                case ACCEPT_THEN_HANG -> acceptThenHang();
                case UNDELIVERED -> through(recording(false));
            };
        }

        private Recording recording(boolean swallow) {
            return new Recording(exchange.getResponse(), swallow);
        }

        private Mono<Void> through(Recording recording) {
            return handled(recording).doFinally(_ -> log(recording.status(), recording.body()));
        }

        private Mono<Void> handled(Recording recording) {
            return chain.filter(exchange.mutate().request(new Replayed(exchange.getRequest(), body)).response(recording)
                    .build());
        }

        private Mono<Void> refuse(Fault fault) {
            Recording recording = recording(false);
            return answers.status(recording, fault).doFinally(_ -> log(recording.status(), recording.body()));
        }

        private Mono<Void> acceptThenFail() {
            Recording recording = recording(true);
            return handled(recording).then(Mono.defer(() -> cut(0, "carried out, then connection cut")));
        }

        /** Keeps the caller waiting until he goes. */
        private Mono<Void> acceptThenHang() {
            Recording recording = recording(true);
            return handled(recording).then(Mono.defer(() -> {
                log(0, "carried out, then never answered");
                return Mono.never();
            }));
        }

        private Mono<Void> cut(int status, String what) {
            log(status, what);
            return FaultAnswer.cut(exchange.getRequest());
        }

        private void log(int status, String answer) {
            ServerHttpRequest request = exchange.getRequest();
            URI uri = request.getURI();
            String path = uri.getRawQuery() == null ? uri.getRawPath() : uri.getRawPath() + "?" + uri.getRawQuery();
            String tracking = exchange.getResponse().getHeaders().getFirst("trackingId");
            journal.calls()
                    .add(new Call(0, Times.iso(journal.clock().instant()), "in", caller(request), target.service(),
                            request.getMethod().name(), path, status,
                            Duration.ofNanos(System.nanoTime() - begun).toMillis(),
                            tracking, new String(body, StandardCharsets.UTF_8), answer));
        }

        private String caller(ServerHttpRequest request) {
            if (!target.faulty()) {
                return "browser";
            }
            String header = String.valueOf(request.getHeaders().getFirst(HttpHeaders.AUTHORIZATION));
            return people.byToken(header.replaceFirst("^Bearer ", "")).map(Person::key).orElse("bot");
        }
    }
}
