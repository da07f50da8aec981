package io.visitbot.platform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import reactor.core.publisher.Mono;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;

/** A service that goes wrong in one named way, whatever it is asked. */
public final class FaultyService implements AutoCloseable {

    private final WireMockServer server = new WireMockServer(
            options().dynamicPort().dynamicHttpsPort().containerThreads(60));

    public FaultyService() {
        server.start();
    }

    /** Goes wrong so from now on, at this address. */
    public URI fails(String fault) {
        server.resetAll();
        server.stubFor(any(anyUrl()).willReturn(answer(fault)));
        return URI.create(switch (fault) {
            case "nobody listens" -> "http://localhost:" + unusedPort();
            case "no valid certificate" -> "https://localhost:" + server.httpsPort();
            case "speaks no TLS" -> "https://localhost:" + server.port();
            default -> "http://localhost:" + server.port();
        });
    }

    /** Time enough for a busy machine where there is an answer, by the hurried timer. */
    public static ApiTimeouts timeouts(String fault) {
        return fault.equals("never answers")
                ? ApiTimeouts.INTERACTIVE
                : new ApiTimeouts(Duration.ofSeconds(3), Duration.ofMinutes(2), Duration.ofMinutes(6));
    }

    /** What came of a call, and how many of them were made as far as the meter tells: {@code LIMITED x1 after 15 s}. */
    public static String outcome(Mono<?> call, MeterRegistry meters) {
        return call.thenReturn("ok").onErrorResume(ApiException.class, failure -> Mono.just(words(failure)))
                .map(words -> words.replaceFirst("( |$)", " x" + calls(meters) + "$1"))
                .blockOptional(Duration.ofSeconds(40)).orElseThrow();
    }

    private static String words(ApiException failure) {
        return failure.kind() + failure.retryAfter().map(pause -> " after " + pause.toSeconds() + " s").orElse("")
                + (failure.mayHaveBeenProcessed() ? " perhaps done" : "");
    }

    private static int calls(MeterRegistry meters) {
        return (int) meters.find("visit.api.calls").counters().stream()
                .filter(counter -> !"held".equals(counter.getId().getTag("status"))).mapToDouble(Counter::count).sum();
    }

    private static ResponseDefinitionBuilder answer(String fault) {
        return switch (fault) {
            case "nobody listens", "no valid certificate", "speaks no TLS" -> okJson("{}");
            case "never answers" -> okJson("{}").withFixedDelay(60_000);
            case "hangs up" -> aResponse().withFault(Fault.EMPTY_RESPONSE);
            case "answers half" -> aResponse().withFault(Fault.MALFORMED_RESPONSE_CHUNK);
            case "answers no JSON" -> okJson("<html>");
            case "answers half a JSON" -> okJson("{\"id\":");
            case "fields missing" -> okJson("{}");
            default -> status(fault);
        };
    }

    private static ResponseDefinitionBuilder status(String fault) {
        String[] words = fault.split(" ", 3);
        ResponseDefinitionBuilder answer = aResponse().withStatus(Integer.parseInt(words[0]));
        return switch (words.length < 2 ? "" : words[1]) {
            case "" -> answer;
            case "html" -> answer.withHeader("Content-Type", "text/html").withBody("<html>no</html>");
            case "code" -> answer.withBody("{\"code\":" + words[2] + ",\"message\":\"no\"}");
            default -> answer.withHeader("Retry-After", words.length < 3 ? "" : words[2]);
        };
    }

    private static int unusedPort() {
        try (ServerSocket free = new ServerSocket(0)) {
            return free.getLocalPort();
        } catch (IOException none) {
            throw new UncheckedIOException(none);
        }
    }

    @Override
    public void close() {
        server.stop();
    }
}
