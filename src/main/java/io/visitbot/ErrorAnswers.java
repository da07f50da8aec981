package io.visitbot;

import java.nio.charset.StandardCharsets;
import java.time.Duration;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.spi.LoggingEventBuilder;
import org.springframework.boot.webflux.error.ErrorWebExceptionHandler;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.http.server.reactive.ServerHttpResponseDecorator;
import org.springframework.web.ErrorResponse;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.util.DisconnectedClientHelper;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.netty.http.server.HttpServerResponse;

import io.visitbot.platform.Failure;
import io.visitbot.platform.Ids;
import io.visitbot.platform.Pace;

/**
 * Answers what went wrong with a reference and nothing else; the log has the same reference, and no path or body. Where
 * there is much of it, the log has some of each minute, and how many of it {@code unsaid} before.
 */
final class ErrorAnswers implements ErrorWebExceptionHandler {

    private static final Logger log = LoggerFactory.getLogger(ErrorAnswers.class);
    private static final MediaType HTML = new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8);

    private static final int LINES_A_MINUTE = 60;

    private final Ids ids;
    private final Pace theirs;
    private final Pace ours;

    ErrorAnswers(Ids ids, Scheduler timer) {
        this.ids = ids;
        this.theirs = new Pace(timer, Duration.ofMinutes(1), LINES_A_MINUTE);
        this.ours = new Pace(timer, Duration.ofMinutes(1), LINES_A_MINUTE);
    }

    @Override
    public Mono<Void> handle(ServerWebExchange exchange, Throwable error) {
        ServerHttpResponse response = exchange.getResponse();
        if (DisconnectedClientHelper.isClientDisconnectedException(error) || isRefused(response, error)) {
            return Mono.error(error);
        }
        HttpStatusCode status = status(response, error);
        String reference = ids.reference();
        note(exchange.getRequest(), status, reference, error);
        if (response.isCommitted()) {
            return Mono.error(error);
        }
        response.setStatusCode(status);
        return write(response, wantsPage(exchange.getRequest()), status, reference);
    }

    /** Whether the server has answered by itself to what turned out to be no HTTP. */
    private static boolean isRefused(ServerHttpResponse response, Throwable error) {
        return error instanceof IllegalStateException
                && ServerHttpResponseDecorator.getNativeResponse(response) instanceof HttpServerResponse answer
                && answer.hasSentHeaders();
    }

    private static HttpStatusCode status(ServerHttpResponse response, Throwable error) {
        if (error instanceof ErrorResponse known) {
            response.getHeaders().putAll(known.getHeaders());
            return known.getStatusCode();
        }
        return HttpStatus.INTERNAL_SERVER_ERROR;
    }

    private void note(ServerHttpRequest request, HttpStatusCode status, String reference, Throwable error) {
        boolean isOurs = status.is5xxServerError();
        LoggingEventBuilder line = (isOurs ? log.atError().setCause(Failure.trace(error)) : log.atInfo())
                .addKeyValue("reference", reference).addKeyValue("method", request.getMethod())
                .addKeyValue("status", status.value());
        (isOurs ? ours : theirs).turn()
                .ifPresent(unsaid -> line.addKeyValue("unsaid", unsaid).log("a request was answered with an error"));
    }

    private static Mono<Void> write(ServerHttpResponse response, boolean page, HttpStatusCode status,
            String reference) {
        response.getHeaders().setContentType(page ? HTML : MediaType.APPLICATION_JSON);
        String title = status.is5xxServerError() ? "Something went wrong on our side" : "There is nothing here";
        String body = page ? page(title, reference) : "{\"reference\":\"" + reference + "\"}";
        DataBuffer buffer = response.bufferFactory().wrap(body.getBytes(StandardCharsets.UTF_8));
        return response.writeWith(Mono.just(buffer));
    }

    private static String page(String title, String reference) {
        return """
                <!DOCTYPE html>
                <html lang="en">
                <head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>%1$s</title></head>
                <body><main><h1>%1$s</h1><p>If you came by a link of ours, ask whoever sent it for a new one.</p>
                <p>Reference: %2$s</p></main></body>
                </html>
                """
                .formatted(title, reference);
    }

    private static boolean wantsPage(ServerHttpRequest request) {
        try {
            return request.getHeaders().getAccept().stream()
                    .anyMatch(type -> type.isConcrete() && type.isCompatibleWith(MediaType.TEXT_HTML));
        } catch (InvalidMediaTypeException unreadable) {
            return false;
        }
    }
}
