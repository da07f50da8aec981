package io.visitbot.platform;

import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.util.concurrent.TimeoutException;

import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.HttpStatus;
import org.springframework.web.reactive.function.BodyExtractors;
import org.springframework.web.reactive.function.server.ServerRequest;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

/** Reads what strangers send to us: never more than so many bytes, and never longer than so long. */
public final class RequestBody {

    /** How long the whole of a body may take. */
    public static final Duration LONGEST = Duration.ofSeconds(10);

    private RequestBody() {
    }

    /** All bytes, none where there is no body; an error {@link Refused} where they are too many, too late or cut. */
    public static Mono<byte[]> read(ServerRequest request, int mostBytes, Scheduler timer) {
        if (request.headers().contentLength().orElse(0) > mostBytes) {
            return Mono.error(new Refused(HttpStatus.CONTENT_TOO_LARGE));
        }
        return request.body(BodyExtractors.toDataBuffers())
                .reduceWith(ByteArrayOutputStream::new, (read, more) -> append(read, more, mostBytes))
                .map(ByteArrayOutputStream::toByteArray).timeout(LONGEST, timer).onErrorMap(RequestBody::refused);
    }

    /** Copies, since a body that comes byte by byte would hold a buffer for each. */
    private static ByteArrayOutputStream append(ByteArrayOutputStream read, DataBuffer more, int mostBytes) {
        try {
            byte[] bytes = new byte[more.readableByteCount()];
            if (read.size() + bytes.length > mostBytes) {
                throw new Refused(HttpStatus.CONTENT_TOO_LARGE);
            }
            more.read(bytes);
            read.writeBytes(bytes);
            return read;
        } finally {
            DataBufferUtils.release(more);
        }
    }

    private static Refused refused(Throwable error) {
        return switch (error) {
            case Refused refused -> refused;
            case TimeoutException _ -> new Refused(HttpStatus.REQUEST_TIMEOUT);
            default -> new Refused(HttpStatus.BAD_REQUEST);
        };
    }

    /** A body that was not read to its end, so that its connection is of no further use. */
    public static final class Refused extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final HttpStatus status;

        Refused(HttpStatus status) {
            super(status.getReasonPhrase(), null, false, false);
            this.status = status;
        }

        /** What to answer. */
        public HttpStatus status() {
            return status;
        }
    }
}
