package io.visitbot.sandbox.faults;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

import org.reactivestreams.Publisher;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.http.server.reactive.ServerHttpResponseDecorator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** An answer that is remembered while it is written, or that is remembered and not written at all. */
final class Recording extends ServerHttpResponseDecorator {

    private static final int MAX_BYTES = 64 * 1024;

    private final ByteArrayOutputStream body = new ByteArrayOutputStream();
    private final boolean swallow;

    Recording(ServerHttpResponse response, boolean swallow) {
        super(response);
        this.swallow = swallow;
    }

    @Override
    public Mono<Void> writeWith(Publisher<? extends DataBuffer> content) {
        Flux<DataBuffer> kept = Flux.<DataBuffer>from(content).doOnNext(this::keep);
        return swallow ? kept.doOnNext(DataBufferUtils::release).then() : super.writeWith(kept);
    }

    @Override
    public Mono<Void> setComplete() {
        return swallow ? Mono.empty() : super.setComplete();
    }

    private void keep(DataBuffer buffer) {
        byte[] bytes = new byte[Math.min(buffer.readableByteCount(), MAX_BYTES - body.size())];
        int position = buffer.readPosition();
        buffer.read(bytes);
        buffer.readPosition(position);
        body.writeBytes(bytes);
    }

    String body() {
        return body.toString(StandardCharsets.UTF_8);
    }

    int status() {
        return Optional.ofNullable(getStatusCode()).map(code -> code.value()).orElse(200);
    }
}
