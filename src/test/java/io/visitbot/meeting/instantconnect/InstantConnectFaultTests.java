package io.visitbot.meeting.instantconnect;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import com.github.benmanes.caffeine.cache.Ticker;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

import io.visitbot.platform.ApiClient;
import io.visitbot.platform.FaultyService;
import io.visitbot.platform.HurriedTimer;
import io.visitbot.platform.OpenGates;
import io.visitbot.platform.RetryPolicy;
import io.visitbot.platform.Secret;
import io.visitbot.platform.Settings;
import io.visitbot.visit.MeetingEngine.Order;

import static org.assertj.core.api.Assertions.assertThat;

/** Every call that a visit's room takes against every fault: what comes of it, and how many calls that took. */
class InstantConnectFaultTests {

    private static final Secret TOKEN = new Secret("space-token");
    private static final Clock NOON = Clock.fixed(Instant.parse("2026-01-05T12:00:00Z"), ZoneOffset.UTC);
    private static final List<String> CALLS = List.of("links v2", "links v1", "space", "address", "meeting", "adding");

    private static FaultyService service;

    @BeforeAll
    static void start() {
        service = new FaultyService();
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            # fault                                   | links v2                               | links v1                               | space                                  | address                                | meeting                                | adding
            400                                       | REFUSED x1                             | REFUSED x1                             | REFUSED x1                             | REFUSED x1                             | REFUSED x1                             | REFUSED x1
            401                                       | MISCONFIGURED x1                       | MISCONFIGURED x1                       | MISCONFIGURED x1                       | MISCONFIGURED x1                       | MISCONFIGURED x1                       | MISCONFIGURED x1
            403                                       | REFUSED x1                             | REFUSED x1                             | REFUSED x1                             | REFUSED x1                             | REFUSED x1                             | REFUSED x1
            404                                       | GONE x1                                | GONE x1                                | GONE x1                                | GONE x1                                | GONE x1                                | GONE x1
            409                                       | REFUSED x1                             | REFUSED x1                             | REFUSED x1                             | REFUSED x1                             | REFUSED x1                             | REFUSED x1
            423                                       | LIMITED x1 after 15 s                  | LIMITED x1 after 15 s                  | LIMITED x1 after 15 s                  | LIMITED x1 after 15 s                  | LIMITED x1 after 15 s                  | LIMITED x1 after 15 s
            423 after 2                               | LIMITED x3 after 2 s                   | LIMITED x3 after 2 s                   | LIMITED x3 after 2 s                   | LIMITED x3 after 2 s                   | LIMITED x3 after 2 s                   | LIMITED x3 after 2 s
            429 after 3                               | LIMITED x3 after 3 s                   | LIMITED x3 after 3 s                   | LIMITED x3 after 3 s                   | LIMITED x3 after 3 s                   | LIMITED x3 after 3 s                   | LIMITED x3 after 3 s
            429 after 30                              | LIMITED x1 after 30 s                  | LIMITED x1 after 30 s                  | LIMITED x1 after 30 s                  | LIMITED x1 after 30 s                  | LIMITED x1 after 30 s                  | LIMITED x1 after 30 s
            429                                       | LIMITED x1 after 15 s                  | LIMITED x1 after 15 s                  | LIMITED x1 after 15 s                  | LIMITED x1 after 15 s                  | LIMITED x1 after 15 s                  | LIMITED x1 after 15 s
            429 after -5                              | LIMITED x1 after 15 s                  | LIMITED x1 after 15 s                  | LIMITED x1 after 15 s                  | LIMITED x1 after 15 s                  | LIMITED x1 after 15 s                  | LIMITED x1 after 15 s
            429 after 1e99                            | LIMITED x1 after 15 s                  | LIMITED x1 after 15 s                  | LIMITED x1 after 15 s                  | LIMITED x1 after 15 s                  | LIMITED x1 after 15 s                  | LIMITED x1 after 15 s
            '429 after Wed, 21 Oct 2026 07:28:00 GMT' | LIMITED x1 after 15 s                  | LIMITED x1 after 15 s                  | LIMITED x1 after 15 s                  | LIMITED x1 after 15 s                  | LIMITED x1 after 15 s                  | LIMITED x1 after 15 s
            429 after                                 | LIMITED x1 after 15 s                  | LIMITED x1 after 15 s                  | LIMITED x1 after 15 s                  | LIMITED x1 after 15 s                  | LIMITED x1 after 15 s                  | LIMITED x1 after 15 s
            429 html                                  | LIMITED x1 after 15 s                  | LIMITED x1 after 15 s                  | LIMITED x1 after 15 s                  | LIMITED x1 after 15 s                  | LIMITED x1 after 15 s                  | LIMITED x1 after 15 s
            500                                       | UNAVAILABLE x3 perhaps done            | UNAVAILABLE x3 perhaps done            | UNAVAILABLE x3 perhaps done            | UNAVAILABLE x3 perhaps done            | UNAVAILABLE x1 perhaps done            | UNAVAILABLE x3 perhaps done
            502                                       | UNAVAILABLE x3 perhaps done            | UNAVAILABLE x3 perhaps done            | UNAVAILABLE x3 perhaps done            | UNAVAILABLE x3 perhaps done            | UNAVAILABLE x1 perhaps done            | UNAVAILABLE x3 perhaps done
            503                                       | UNAVAILABLE x3 perhaps done            | UNAVAILABLE x3 perhaps done            | UNAVAILABLE x3 perhaps done            | UNAVAILABLE x3 perhaps done            | UNAVAILABLE x1 perhaps done            | UNAVAILABLE x3 perhaps done
            503 after 2                               | UNAVAILABLE x3 after 2 s perhaps done  | UNAVAILABLE x3 after 2 s perhaps done  | UNAVAILABLE x3 after 2 s perhaps done  | UNAVAILABLE x3 after 2 s perhaps done  | UNAVAILABLE x1 after 2 s perhaps done  | UNAVAILABLE x3 after 2 s perhaps done
            503 after 30                              | UNAVAILABLE x1 after 30 s perhaps done | UNAVAILABLE x1 after 30 s perhaps done | UNAVAILABLE x1 after 30 s perhaps done | UNAVAILABLE x1 after 30 s perhaps done | UNAVAILABLE x1 after 30 s perhaps done | UNAVAILABLE x1 after 30 s perhaps done
            nobody listens                            | UNAVAILABLE x3                         | UNAVAILABLE x3                         | UNAVAILABLE x3                         | UNAVAILABLE x3                         | UNAVAILABLE x3                         | UNAVAILABLE x3
            no valid certificate                      | UNAVAILABLE x3                         | UNAVAILABLE x3                         | UNAVAILABLE x3                         | UNAVAILABLE x3                         | UNAVAILABLE x3                         | UNAVAILABLE x3
            speaks no TLS                             | UNAVAILABLE x3 perhaps done            | UNAVAILABLE x3 perhaps done            | UNAVAILABLE x3 perhaps done            | UNAVAILABLE x3 perhaps done            | UNAVAILABLE x1 perhaps done            | UNAVAILABLE x3 perhaps done
            never answers                             | UNAVAILABLE x3 perhaps done            | UNAVAILABLE x3 perhaps done            | UNAVAILABLE x3 perhaps done            | UNAVAILABLE x3 perhaps done            | UNAVAILABLE x1 perhaps done            | UNAVAILABLE x3 perhaps done
            hangs up                                  | UNAVAILABLE x3 perhaps done            | UNAVAILABLE x3 perhaps done            | UNAVAILABLE x3 perhaps done            | UNAVAILABLE x3 perhaps done            | UNAVAILABLE x1 perhaps done            | UNAVAILABLE x3 perhaps done
            answers half                              | UNAVAILABLE x3 perhaps done            | UNAVAILABLE x3 perhaps done            | UNAVAILABLE x3 perhaps done            | UNAVAILABLE x3 perhaps done            | UNAVAILABLE x1 perhaps done            | UNAVAILABLE x3 perhaps done
            answers no JSON                           | UNREADABLE x1 perhaps done             | UNREADABLE x1 perhaps done             | UNREADABLE x1 perhaps done             | UNREADABLE x1 perhaps done             | UNREADABLE x1 perhaps done             | ok x1
            answers half a JSON                       | UNREADABLE x1 perhaps done             | UNREADABLE x1 perhaps done             | UNREADABLE x1 perhaps done             | UNREADABLE x1 perhaps done             | UNREADABLE x1 perhaps done             | ok x1
            fields missing                            | UNREADABLE x1 perhaps done             | UNREADABLE x1 perhaps done             | UNREADABLE x1 perhaps done             | ok x1                                  | ok x1                                  | ok x1
            """)
    void everyCallMeetsEveryFaultAsItShould(String fault, String second, String first, String space, String address,
            String meeting, String adding) {
        URI url = service.fails(fault);
        Map<String, String> seen = Flux.fromIterable(CALLS).flatMap(call -> Mono
                .fromCallable(() -> Map.entry(call, outcome(fault, url, call)))
                .subscribeOn(Schedulers.boundedElastic()))
                .collectMap(Map.Entry::getKey, Map.Entry::getValue).blockOptional(Duration.ofSeconds(60)).orElseThrow();

        assertThat(CALLS.stream().map(seen::get).collect(Collectors.joining(" | ")))
                .isEqualTo(String.join(" | ", second, first, space, address, meeting, adding));
    }

    private static String outcome(String fault, URI url, String call) {
        HurriedTimer timer = new HurriedTimer();
        SimpleMeterRegistry meters = new SimpleMeterRegistry();
        ApiClient api = new ApiClient("instant-connect", FaultyService.timeouts(fault),
                RetryPolicy.interactive(timer, new java.util.Random(1)),
                OpenGates.with(timer, meters).of("instant-connect", "instant-connect", null), meters);
        Map<String, String> values = new LinkedHashMap<>(Map.of("WEBEX_BOT_TOKEN", "bot-token", "IC_SPACE_API_URL",
                url + "/api/v1/space", "WEBEX_API_URL", url + "/v1"));
        values.put("IC_API_URL", url + (call.endsWith("v1") ? "/api/v1/joseencrypt" : "/api/v2/joseencrypt"));
        InstantConnectSettings settings = InstantConnectSettings.read(new Settings(values::get));
        return FaultyService.outcome(made(call, api, settings), meters);
    }

    private static Mono<?> made(String call, ApiClient api, InstantConnectSettings settings) {
        SpaceCalls calls = new WebexSpaceCalls(_ -> api, settings.webex(), NOON);
        return switch (call) {
            case "links v2", "links v1" -> new Encryption(api, settings, NOON).links(order(), 1, 1);
            case "space" -> new Spaces(api, settings, Ticker.systemTicker()).open("cipher");
            case "address" -> calls.meetingInfo("space", TOKEN);
            case "meeting" -> calls.meeting("space", TOKEN);
            default -> calls.addMember("space", "dr.lee@example.org", TOKEN);
        };
    }

    private static Order order() {
        return new Order("room", NOON.instant().plusSeconds(3600), List.of(), List.of());
    }
}
