package io.visitbot.sms;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

import io.visitbot.platform.ApiTimeouts;
import io.visitbot.platform.FaultyService;
import io.visitbot.platform.OpenGates;
import io.visitbot.platform.PhoneNumber;
import io.visitbot.platform.Secret;
import io.visitbot.platform.Token;
import io.visitbot.visit.PatientMessenger.Handover;

import static org.assertj.core.api.Assertions.assertThat;

/** Every call to Twilio against every fault: what comes of it, and that each is made once. */
class TwilioFaultTests {

    private static final PhoneNumber TO = new PhoneNumber("+12025550142", 1);
    private static final Scheduler BLOCKING = Schedulers.newBoundedElastic(4, 100, "twilio-faults");

    private static FaultyService service;

    @BeforeAll
    static void start() {
        service = new FaultyService();
    }

    @AfterAll
    static void stop() {
        service.close();
        BLOCKING.dispose();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            # fault                                   | send                                   | find                                   | look
            400                                       | REFUSED x1                             | REFUSED x1                             | REFUSED x1
            401                                       | MISCONFIGURED x1                       | MISCONFIGURED x1                       | MISCONFIGURED x1
            403                                       | MISCONFIGURED x1                       | MISCONFIGURED x1                       | MISCONFIGURED x1
            404                                       | GONE x1                                | GONE x1                                | ok x1
            409                                       | REFUSED x1                             | REFUSED x1                             | REFUSED x1
            423                                       | REFUSED x1                             | REFUSED x1                             | REFUSED x1
            429 after 30                              | LIMITED x1 after 30 s                  | LIMITED x1 after 30 s                  | LIMITED x1 after 30 s
            429                                       | LIMITED x1 after 15 s                  | LIMITED x1 after 15 s                  | LIMITED x1 after 15 s
            429 after -5                              | LIMITED x1 after 15 s                  | LIMITED x1 after 15 s                  | LIMITED x1 after 15 s
            429 after 1e99                            | LIMITED x1 after 15 s                  | LIMITED x1 after 15 s                  | LIMITED x1 after 15 s
            '429 after Wed, 21 Oct 2026 07:28:00 GMT' | LIMITED x1 after 15 s                  | LIMITED x1 after 15 s                  | LIMITED x1 after 15 s
            429 after                                 | LIMITED x1 after 15 s                  | LIMITED x1 after 15 s                  | LIMITED x1 after 15 s
            429 html                                  | LIMITED x1 after 15 s                  | LIMITED x1 after 15 s                  | LIMITED x1 after 15 s
            500                                       | UNAVAILABLE x1 perhaps done            | UNAVAILABLE x1 perhaps done            | UNAVAILABLE x1 perhaps done
            502                                       | UNAVAILABLE x1 perhaps done            | UNAVAILABLE x1 perhaps done            | UNAVAILABLE x1 perhaps done
            503                                       | UNAVAILABLE x1 perhaps done            | UNAVAILABLE x1 perhaps done            | UNAVAILABLE x1 perhaps done
            503 after 2                               | UNAVAILABLE x1 after 2 s perhaps done  | UNAVAILABLE x1 after 2 s perhaps done  | UNAVAILABLE x1 after 2 s perhaps done
            503 after 30                              | UNAVAILABLE x1 after 30 s perhaps done | UNAVAILABLE x1 after 30 s perhaps done | UNAVAILABLE x1 after 30 s perhaps done
            nobody listens                            | UNAVAILABLE x1                         | UNAVAILABLE x1                         | UNAVAILABLE x1
            no valid certificate                      | UNAVAILABLE x1                         | UNAVAILABLE x1                         | UNAVAILABLE x1
            speaks no TLS                             | UNAVAILABLE x1 perhaps done            | UNAVAILABLE x1 perhaps done            | UNAVAILABLE x1 perhaps done
            never answers                             | UNAVAILABLE x1 perhaps done            | UNAVAILABLE x1 perhaps done            | UNAVAILABLE x1 perhaps done
            hangs up                                  | UNAVAILABLE x1 perhaps done            | UNAVAILABLE x1 perhaps done            | UNAVAILABLE x1 perhaps done
            answers half                              | UNAVAILABLE x1 perhaps done            | UNAVAILABLE x1 perhaps done            | UNAVAILABLE x1 perhaps done
            answers no JSON                           | UNREADABLE x1 perhaps done             | UNREADABLE x1 perhaps done             | UNREADABLE x1 perhaps done
            answers half a JSON                       | UNREADABLE x1 perhaps done             | UNREADABLE x1 perhaps done             | UNREADABLE x1 perhaps done
            fields missing                            | UNREADABLE x1 perhaps done             | UNREADABLE x1 perhaps done           | UNREADABLE x1 perhaps done
            400 code 21211                            | ok x1                                  | REFUSED x1                             | REFUSED x1
            400 code 21611                            | LIMITED x1 after 15 s                  | LIMITED x1 after 15 s                  | LIMITED x1 after 15 s
            403 code 20005                            | MISCONFIGURED x1                       | MISCONFIGURED x1                       | MISCONFIGURED x1
            401 code 20003                            | MISCONFIGURED x1                       | MISCONFIGURED x1                       | MISCONFIGURED x1
            """)
    void everyCallMeetsEveryFaultAsItShould(String fault, String send, String find, String look) {
        URI url = service.fails(fault);

        assertThat(outcome(fault, url, "send")).as("send").isEqualTo(send);
        assertThat(outcome(fault, url, "find")).as("find").isEqualTo(find);
        assertThat(outcome(fault, url, "look")).as("look").isEqualTo(look);
    }

    private static String outcome(String fault, URI url, String call) {
        SimpleMeterRegistry meters = new SimpleMeterRegistry();
        ApiTimeouts timeouts = new ApiTimeouts(Duration.ofSeconds(3),
                fault.equals("never answers") ? Duration.ofMillis(500) : Duration.ofSeconds(10),
                Duration.ofSeconds(30));
        SmsSettings.Twilio account = new SmsSettings.Twilio("AC0", new Token("TWILIO_AUTH_TOKEN", new Secret("t0ken")),
                "+12025550100", null, url);
        TwilioMessenger messenger = new TwilioMessenger(
                new QuietTwilioClient(account, new TwilioTransport(account, timeouts, meters)), account, null,
                OpenGates.with(Schedulers.parallel(), meters).of("twilio", "twilio", null), BLOCKING,
                Schedulers.parallel(), timeouts.total());
        return FaultyService.outcome(made(messenger, call), meters);
    }

    private static Mono<?> made(TwilioMessenger messenger, String call) {
        return switch (call) {
            case "send" ->
                messenger.send("text-1", TO, "words", Duration.ofMinutes(15)).flatMap(TwilioFaultTests::taken);
            case "find" -> messenger.find(TO, "words", Instant.EPOCH).then();
            default -> messenger.look("SM1");
        };
    }

    /** A message with an outcome of its own is no failed call. */
    private static Mono<String> taken(Handover handover) {
        return Mono.just(handover.status() + " " + handover.errorCode());
    }
}
