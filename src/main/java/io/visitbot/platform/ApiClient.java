package io.visitbot.platform;

import java.io.IOException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;

import javax.net.ssl.SSLHandshakeException;

import io.micrometer.core.instrument.MeterRegistry;
import io.netty.channel.ChannelOption;
import org.jspecify.annotations.Nullable;
import org.springframework.core.codec.CodecException;
import org.springframework.core.io.buffer.DataBufferLimitException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.client.reactive.ReactorClientHttpConnector;
import org.springframework.web.reactive.function.UnsupportedMediaTypeException;
import org.springframework.web.reactive.function.client.ClientResponse;
import org.springframework.web.reactive.function.client.WebClient;
import org.springframework.web.reactive.function.client.WebClient.RequestHeadersSpec;
import org.springframework.web.reactive.function.client.WebClientRequestException;
import org.springframework.web.reactive.function.client.WebClientResponseException;
import reactor.core.publisher.Mono;
import reactor.netty.http.client.HttpClient;
import reactor.netty.resources.ConnectionProvider;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Calls one outside service: time-outs on every call, errors classified into {@link ApiException}, the service's retry
 * policy, and a count by status. Safe verbs (GET, PUT, DELETE) are repeated after a 5xx or a cut connection; others only
 * where they are known not to have been processed.
 */
public final class ApiClient {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final String api;
    private final WebClient web;
    private final ApiTimeouts timeouts;
    private final RetryPolicy retries;
    private final Gate gate;
    private final MeterRegistry meters;

    /** @param gate what every call goes through */
    public ApiClient(String api, ApiTimeouts timeouts, RetryPolicy retries, Gate gate, MeterRegistry meters) {
        this(api, timeouts, retries, gate, meters, web(api, timeouts));
    }

    private ApiClient(String api, ApiTimeouts timeouts, RetryPolicy retries, Gate gate, MeterRegistry meters,
            WebClient web) {
        this.api = api;
        this.timeouts = timeouts;
        this.retries = retries;
        this.gate = gate;
        this.meters = meters;
        this.web = web;
    }

    /** The same client for calls with another token, which go through another gate. */
    public ApiClient through(Gate other) {
        return new ApiClient(api, timeouts, retries, other, meters, web);
    }

    private static WebClient web(String api, ApiTimeouts timeouts) {
        return WebClient.builder().clientConnector(new ReactorClientHttpConnector(connections(api, timeouts)))
                .codecs(codecs -> codecs.defaultCodecs().maxInMemorySize(4 * 1024 * 1024)).build();
    }

    /** Makes the call and reads the answer as {@code type}; an empty answer is an empty {@code Mono}. */
    public <T> Mono<T> call(HttpMethod verb, Function<WebClient, RequestHeadersSpec<?>> request, Class<T> type) {
        return exchange(verb, request, response -> response.bodyToMono(type));
    }

    /** Makes the call and reads the answer with {@code reader}, which also sees the headers. */
    public <T> Mono<T> exchange(HttpMethod verb, Function<WebClient, RequestHeadersSpec<?>> request,
            Function<ClientResponse, Mono<T>> reader) {
        Mono<T> once = Mono.defer(() -> request.apply(web).exchangeToMono(response -> read(response, reader)))
                .timeout(timeouts.attempt(), retries.scheduler()).onErrorMap(this::classify);
        return Mono.defer(() -> inTime(verb, counted(once))).checkpoint("call to " + api);
    }

    /** Where the time is over while a call only waits to be made, it is known not to have been processed. */
    private <T> Mono<T> inTime(HttpMethod verb, Mono<T> once) {
        AtomicBoolean perhaps = new AtomicBoolean();
        Mono<T> watched = once.doOnSubscribe(_ -> perhaps.set(true)).doOnError(ApiException.class,
                failure -> perhaps.set(failure.mayHaveBeenProcessed()));
        return gate.pass(retries.patience(), watched).retryWhen(retries.forVerb(verb))
                .timeout(timeouts.total(), retries.scheduler())
                .onErrorMap(TimeoutException.class, late -> unanswered(late, perhaps.get()));
    }

    private ApiException unanswered(Throwable cause, boolean processed) {
        ApiException.Builder facts = ApiException.of(api, ApiException.Kind.UNAVAILABLE);
        return (processed ? facts : facts.notProcessed()).build(cause);
    }

    private <T> Mono<T> read(ClientResponse response, Function<ClientResponse, Mono<T>> reader) {
        HttpStatusCode status = response.statusCode();
        if (status.is2xxSuccessful()) {
            return reader.apply(response).onErrorMap(error -> unreadable(error, status.value()))
                    .doOnSuccess(_ -> count(Integer.toString(status.value())));
        }
        return response.bodyToMono(String.class).onErrorReturn("").defaultIfEmpty("")
                .flatMap(body -> Mono.error(failure(response, body)));
    }

    private ApiException failure(ClientResponse response, String body) {
        int status = response.statusCode().value();
        ApiException.Kind kind = kind(status);
        JsonNode error = tree(body);
        HttpHeaders headers = response.headers().asHttpHeaders();
        String pause = headers.getFirst(HttpHeaders.RETRY_AFTER);
        ApiException.Builder facts = ApiException.of(api, kind).status(status)
                .reference(firstOf(headers.getFirst("trackingId"), text(error, "trackingId")))
                .reason(text(error, "message"));
        if (kind == ApiException.Kind.LIMITED || (kind == ApiException.Kind.UNAVAILABLE && pause != null)) {
            facts.retryAfter(RetryPolicy.retryAfter(pause));
        }
        return kind == ApiException.Kind.UNAVAILABLE ? facts.build() : facts.notProcessed().build();
    }

    private static ApiException.Kind kind(int status) {
        return switch (status) {
            case 401, 402 -> ApiException.Kind.MISCONFIGURED;
            case 404, 410 -> ApiException.Kind.GONE;
            case 423, 429 -> ApiException.Kind.LIMITED;
            case 408 -> ApiException.Kind.UNAVAILABLE;
            default -> status >= 500 ? ApiException.Kind.UNAVAILABLE : ApiException.Kind.REFUSED;
        };
    }

    private Throwable classify(Throwable error) {
        return switch (error) {
            case ApiException known -> known;
            case WebClientRequestException sent -> unanswered(error, !neverConnected(sent));
            case TimeoutException late -> unanswered(late, true);
            case IOException cut -> unanswered(cut, true);
            default -> unreadable(error, 0);
        };
    }

    /** No cause is kept: a codec's message may quote the body. */
    private Throwable unreadable(Throwable error, int status) {
        return switch (error) {
            case CodecException _,JacksonException _,DataBufferLimitException _,UnsupportedMediaTypeException _,WebClientResponseException _ ->
                ApiException.of(api, ApiException.Kind.UNREADABLE).status(status).build();
            default -> error;
        };
    }

    /** A time-out that comes as a cause is the connection pool's: a slow answer has another type. */
    private static boolean neverConnected(Throwable error) {
        return switch (error.getCause()) {
            case ConnectException _,UnknownHostException _,TimeoutException _,SSLHandshakeException _ -> true;
            case null, default -> false;
        };
    }

    /** A call that nobody waits for any more counts as one without an answer. */
    private <T> Mono<T> counted(Mono<T> once) {
        return Mono.defer(() -> {
            AtomicBoolean ended = new AtomicBoolean();
            return once.doOnTerminate(() -> ended.set(true)).doOnError(this::count)
                    .doOnCancel(() -> countUnless(ended.get()));
        });
    }

    private void countUnless(boolean ended) {
        if (!ended) {
            count("none");
        }
    }

    private void count(Throwable error) {
        count(error instanceof ApiException failure && failure.status() > 0
                ? Integer.toString(failure.status())
                : "none");
    }

    private void count(String status) {
        meters.counter("visit.api.calls", "api", api, "status", status).increment();
    }

    private static HttpClient connections(String api, ApiTimeouts timeouts) {
        ConnectionProvider pool = ConnectionProvider.builder(api).maxConnections(200)
                .maxIdleTime(Duration.ofSeconds(20))
                .pendingAcquireMaxCount(-1).pendingAcquireTimeout(timeouts.attempt().dividedBy(2)).build();
        return HttpClient.create(pool).option(ChannelOption.CONNECT_TIMEOUT_MILLIS, (int) timeouts.connect().toMillis())
                .disableRetry(true).responseTimeout(timeouts.attempt());
    }

    private static JsonNode tree(String body) {
        try {
            return JSON.readTree(body.isBlank() ? "{}" : body);
        } catch (JacksonException html) {
            return JSON.createObjectNode();
        }
    }

    private static @Nullable String text(JsonNode error, String field) {
        JsonNode value = error.path(field);
        return value.isString() ? value.stringValue() : null;
    }

    private static @Nullable String firstOf(@Nullable String first, @Nullable String second) {
        return first != null ? first : second;
    }
}
