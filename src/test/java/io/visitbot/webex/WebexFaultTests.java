package io.visitbot.webex;

import java.net.URI;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

import io.visitbot.platform.ApiClient;
import io.visitbot.platform.FaultyService;
import io.visitbot.platform.HurriedTimer;
import io.visitbot.platform.OpenGates;
import io.visitbot.platform.RetryPolicy;
import io.visitbot.platform.Secret;
import io.visitbot.platform.Token;

import static org.assertj.core.api.Assertions.assertThat;

/** Every call to Webex against every fault: what comes of it, how many calls that took, and what may have been done. */
class WebexFaultTests {

    private static final Secret OTHER = new Secret("space-token");
    private static final Map<String, List<Function<WebexApi, Publisher<?>>>> VERBS = verbs();

    private static FaultyService service;

    @BeforeAll
    static void start() {
        service = new FaultyService();
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    private static Map<String, List<Function<WebexApi, Publisher<?>>>> verbs() {
        Map<String, List<Function<WebexApi, Publisher<?>>>> verbs = new LinkedHashMap<>();
        verbs.put("reads", List.of(WebexApi::me, webex -> webex.person("p"), webex -> webex.message("m"),
                webex -> webex.attachmentAction("a"), webex -> webex.room("r")));
        verbs.put("finds", List.of(webex -> webex.meetingInfo("r"), webex -> webex.meetingInfo("r", OTHER),
                WebexApi::webhooks));
        verbs.put("posts", List.of(webex -> webex.post(NewMessage.toRoom("r", "words"))));
        verbs.put("answers with a card", List.of(
                webex -> webex.post(NewMessage.toRoom("r", "words").inThread("t").withCard("{}"))));
        verbs.put("edits", List.of(webex -> webex.edit("m", "r", "words")));
        verbs.put("deletes", List.of(webex -> webex.delete("m"), webex -> webex.deleteWebhook("w")));
        verbs.put("adds", List.of(webex -> webex.addMember("r", "dr.lee@example.org"),
                webex -> webex.addMember("r", "dr.lee@example.org", OTHER)));
        verbs.put("registers", List.of(webex -> webex.createWebhook(hook())));
        verbs.put("switches on", List.of(webex -> webex.updateWebhook("w", hook())));
        return verbs;
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            # fault                                   | reads                                  | finds                                  | posts                                  | answers with a card                    | edits                                  | deletes                                | adds                                   | registers                              | switches on
            400                                       | REFUSED x1                             | REFUSED x1                             | REFUSED x1                             | REFUSED x4                             | REFUSED x1                             | REFUSED x1                             | ok x1                                  | REFUSED x1                             | REFUSED x1
            401                                       | MISCONFIGURED x1                       | MISCONFIGURED x1                       | MISCONFIGURED x1                       | MISCONFIGURED x1                       | MISCONFIGURED x1                       | MISCONFIGURED x1                       | MISCONFIGURED x1                       | MISCONFIGURED x1                       | MISCONFIGURED x1
            403                                       | REFUSED x1                             | REFUSED x1                             | REFUSED x1                             | REFUSED x1                             | REFUSED x1                             | REFUSED x1                             | ok x1                                  | REFUSED x1                             | REFUSED x1
            404                                       | GONE x1                                | GONE x1                                | GONE x1                                | GONE x2                                | GONE x1                                | ok x1                                  | ok x1                                  | GONE x1                                | GONE x1
            409                                       | REFUSED x1                             | REFUSED x1                             | REFUSED x1                             | REFUSED x1                             | REFUSED x1                             | REFUSED x1                             | ok x1                                  | REFUSED x1                             | REFUSED x1
            423                                       | LIMITED x1 after 15 s                  | LIMITED x1 after 15 s                  | LIMITED x1 after 15 s                  | LIMITED x1 after 15 s                  | LIMITED x1 after 15 s                  | LIMITED x1 after 15 s                  | LIMITED x1 after 15 s                  | LIMITED x1 after 15 s                  | LIMITED x1 after 15 s
            423 after 2                               | LIMITED x3 after 2 s                   | LIMITED x3 after 2 s                   | LIMITED x3 after 2 s                   | LIMITED x3 after 2 s                   | LIMITED x3 after 2 s                   | LIMITED x3 after 2 s                   | LIMITED x3 after 2 s                   | LIMITED x3 after 2 s                   | LIMITED x3 after 2 s
            429 after 3                               | LIMITED x3 after 3 s                   | LIMITED x3 after 3 s                   | LIMITED x3 after 3 s                   | LIMITED x3 after 3 s                   | LIMITED x3 after 3 s                   | LIMITED x3 after 3 s                   | LIMITED x3 after 3 s                   | LIMITED x3 after 3 s                   | LIMITED x3 after 3 s
            429 after 30                              | LIMITED x1 after 30 s                  | LIMITED x1 after 30 s                  | LIMITED x1 after 30 s                  | LIMITED x1 after 30 s                  | LIMITED x1 after 30 s                  | LIMITED x1 after 30 s                  | LIMITED x1 after 30 s                  | LIMITED x1 after 30 s                  | LIMITED x1 after 30 s
            429                                       | LIMITED x1 after 15 s                  | LIMITED x1 after 15 s                  | LIMITED x1 after 15 s                  | LIMITED x1 after 15 s                  | LIMITED x1 after 15 s                  | LIMITED x1 after 15 s                  | LIMITED x1 after 15 s                  | LIMITED x1 after 15 s                  | LIMITED x1 after 15 s
            429 after -5                              | LIMITED x1 after 15 s                  | LIMITED x1 after 15 s                  | LIMITED x1 after 15 s                  | LIMITED x1 after 15 s                  | LIMITED x1 after 15 s                  | LIMITED x1 after 15 s                  | LIMITED x1 after 15 s                  | LIMITED x1 after 15 s                  | LIMITED x1 after 15 s
            429 after 1e99                            | LIMITED x1 after 15 s                  | LIMITED x1 after 15 s                  | LIMITED x1 after 15 s                  | LIMITED x1 after 15 s                  | LIMITED x1 after 15 s                  | LIMITED x1 after 15 s                  | LIMITED x1 after 15 s                  | LIMITED x1 after 15 s                  | LIMITED x1 after 15 s
            '429 after Wed, 21 Oct 2026 07:28:00 GMT' | LIMITED x1 after 15 s                  | LIMITED x1 after 15 s                  | LIMITED x1 after 15 s                  | LIMITED x1 after 15 s                  | LIMITED x1 after 15 s                  | LIMITED x1 after 15 s                  | LIMITED x1 after 15 s                  | LIMITED x1 after 15 s                  | LIMITED x1 after 15 s
            429 after                                 | LIMITED x1 after 15 s                  | LIMITED x1 after 15 s                  | LIMITED x1 after 15 s                  | LIMITED x1 after 15 s                  | LIMITED x1 after 15 s                  | LIMITED x1 after 15 s                  | LIMITED x1 after 15 s                  | LIMITED x1 after 15 s                  | LIMITED x1 after 15 s
            429 html                                  | LIMITED x1 after 15 s                  | LIMITED x1 after 15 s                  | LIMITED x1 after 15 s                  | LIMITED x1 after 15 s                  | LIMITED x1 after 15 s                  | LIMITED x1 after 15 s                  | LIMITED x1 after 15 s                  | LIMITED x1 after 15 s                  | LIMITED x1 after 15 s
            500                                       | UNAVAILABLE x3 perhaps done            | UNAVAILABLE x3 perhaps done            | UNAVAILABLE x1 perhaps done            | UNAVAILABLE x1 perhaps done            | UNAVAILABLE x3 perhaps done            | UNAVAILABLE x3 perhaps done            | UNAVAILABLE x1 perhaps done            | UNAVAILABLE x1 perhaps done            | UNAVAILABLE x3 perhaps done
            502                                       | UNAVAILABLE x3 perhaps done            | UNAVAILABLE x3 perhaps done            | UNAVAILABLE x1 perhaps done            | UNAVAILABLE x1 perhaps done            | UNAVAILABLE x3 perhaps done            | UNAVAILABLE x3 perhaps done            | UNAVAILABLE x1 perhaps done            | UNAVAILABLE x1 perhaps done            | UNAVAILABLE x3 perhaps done
            503                                       | UNAVAILABLE x3 perhaps done            | UNAVAILABLE x3 perhaps done            | UNAVAILABLE x1 perhaps done            | UNAVAILABLE x1 perhaps done            | UNAVAILABLE x3 perhaps done            | UNAVAILABLE x3 perhaps done            | UNAVAILABLE x1 perhaps done            | UNAVAILABLE x1 perhaps done            | UNAVAILABLE x3 perhaps done
            503 after 2                               | UNAVAILABLE x3 after 2 s perhaps done  | UNAVAILABLE x3 after 2 s perhaps done  | UNAVAILABLE x1 after 2 s perhaps done  | UNAVAILABLE x1 after 2 s perhaps done  | UNAVAILABLE x3 after 2 s perhaps done  | UNAVAILABLE x3 after 2 s perhaps done  | UNAVAILABLE x1 after 2 s perhaps done  | UNAVAILABLE x1 after 2 s perhaps done  | UNAVAILABLE x3 after 2 s perhaps done
            503 after 30                              | UNAVAILABLE x1 after 30 s perhaps done | UNAVAILABLE x1 after 30 s perhaps done | UNAVAILABLE x1 after 30 s perhaps done | UNAVAILABLE x1 after 30 s perhaps done | UNAVAILABLE x1 after 30 s perhaps done | UNAVAILABLE x1 after 30 s perhaps done | UNAVAILABLE x1 after 30 s perhaps done | UNAVAILABLE x1 after 30 s perhaps done | UNAVAILABLE x1 after 30 s perhaps done
            nobody listens                            | UNAVAILABLE x3                         | UNAVAILABLE x3                         | UNAVAILABLE x3                         | UNAVAILABLE x3                         | UNAVAILABLE x3                         | UNAVAILABLE x3                         | UNAVAILABLE x3                         | UNAVAILABLE x3                         | UNAVAILABLE x3
            no valid certificate                      | UNAVAILABLE x3                         | UNAVAILABLE x3                         | UNAVAILABLE x3                         | UNAVAILABLE x3                         | UNAVAILABLE x3                         | UNAVAILABLE x3                         | UNAVAILABLE x3                         | UNAVAILABLE x3                         | UNAVAILABLE x3
            speaks no TLS                             | UNAVAILABLE x3 perhaps done            | UNAVAILABLE x3 perhaps done            | UNAVAILABLE x1 perhaps done            | UNAVAILABLE x1 perhaps done            | UNAVAILABLE x3 perhaps done            | UNAVAILABLE x3 perhaps done            | UNAVAILABLE x1 perhaps done            | UNAVAILABLE x1 perhaps done            | UNAVAILABLE x3 perhaps done
            never answers                             | UNAVAILABLE x3 perhaps done            | UNAVAILABLE x3 perhaps done            | UNAVAILABLE x1 perhaps done            | UNAVAILABLE x1 perhaps done            | UNAVAILABLE x3 perhaps done            | UNAVAILABLE x3 perhaps done            | UNAVAILABLE x1 perhaps done            | UNAVAILABLE x1 perhaps done            | UNAVAILABLE x3 perhaps done
            hangs up                                  | UNAVAILABLE x3 perhaps done            | UNAVAILABLE x3 perhaps done            | UNAVAILABLE x1 perhaps done            | UNAVAILABLE x1 perhaps done            | UNAVAILABLE x3 perhaps done            | UNAVAILABLE x3 perhaps done            | UNAVAILABLE x1 perhaps done            | UNAVAILABLE x1 perhaps done            | UNAVAILABLE x3 perhaps done
            answers half                              | UNAVAILABLE x3 perhaps done            | UNAVAILABLE x3 perhaps done            | ok x1                                  | ok x1                                  | ok x1                                  | UNAVAILABLE x3 perhaps done            | UNAVAILABLE x1 perhaps done            | UNAVAILABLE x1 perhaps done            | UNAVAILABLE x3 perhaps done
            answers no JSON                           | UNREADABLE x1 perhaps done             | UNREADABLE x1 perhaps done             | ok x1                                  | ok x1                                  | ok x1                                  | ok x1                                  | UNREADABLE x1 perhaps done             | UNREADABLE x1 perhaps done             | UNREADABLE x1 perhaps done
            answers half a JSON                       | UNREADABLE x1 perhaps done             | UNREADABLE x1 perhaps done             | ok x1                                  | ok x1                                  | ok x1                                  | ok x1                                  | UNREADABLE x1 perhaps done             | UNREADABLE x1 perhaps done             | UNREADABLE x1 perhaps done
            fields missing                            | UNREADABLE x1 perhaps done             | ok x1                                  | ok x1                                  | ok x1                                  | ok x1                                  | ok x1                                  | ok x1                                  | UNREADABLE x1 perhaps done             | UNREADABLE x1 perhaps done
            """)
    void everyCallMeetsEveryFaultAsItShould(String fault, String reads, String finds, String posts, String answers,
            String edits, String deletes, String adds, String registers, String switchesOn) {
        URI url = service.fails(fault);
        Map<String, String> seen = Flux.fromIterable(VERBS.entrySet()).flatMap(verb -> seen(fault, url, verb), 20)
                .collectMap(Map.Entry::getKey, Map.Entry::getValue).blockOptional(Duration.ofSeconds(60)).orElseThrow();
        String row = VERBS.keySet().stream().map(seen::get).collect(Collectors.joining(" | "));

        assertThat(row).isEqualTo(String.join(" | ", reads, finds, posts, answers, edits, deletes, adds, registers,
                switchesOn));
    }

    private static Mono<Map.Entry<String, String>> seen(String fault, URI url,
            Map.Entry<String, List<Function<WebexApi, Publisher<?>>>> verb) {
        return Flux.fromIterable(verb.getValue())
                .flatMap(call -> Mono.fromCallable(() -> outcome(fault, url, call))
                        .subscribeOn(Schedulers.boundedElastic()))
                .distinct().sort().collect(Collectors.joining(" and ")).map(found -> Map.entry(verb.getKey(), found));
    }

    private static String outcome(String fault, URI url, Function<WebexApi, Publisher<?>> verb) {
        HurriedTimer timer = new HurriedTimer();
        SimpleMeterRegistry meters = new SimpleMeterRegistry();
        ApiClient client = new ApiClient("webex", FaultyService.timeouts(fault),
                RetryPolicy.interactive(timer, new java.util.Random(1)),
                OpenGates.with(timer, meters).of("webex", "webex", null), meters);
        WebexApi webex = new WebexClient(client, OpenGates.with(timer, meters).of("guest", "webex", null),
                new WebexSettings(new Token("WEBEX_BOT_TOKEN", new Secret("bot-token")), null,
                        URI.create(url + "/v1")));
        return FaultyService.outcome(Flux.from(verb.apply(webex)).then(), meters);
    }

    private static NewWebhook hook() {
        return new NewWebhook("visitbot-messages", "https://visit.example.org/webhooks/webex", "messages", "created",
                new Secret("s3cret"));
    }
}
