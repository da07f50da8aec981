package io.visitbot.platform;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import reactor.core.publisher.Mono;
import reactor.test.scheduler.VirtualTimeScheduler;

import io.visitbot.platform.ApiException.Kind;

import static org.assertj.core.api.Assertions.assertThat;

/** A service that answers 429, or refuses the token, and many who call it: in two instances, by virtual time. */
@ExtendWith(OutputCaptureExtension.class)
class GateTests {

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final VirtualTimeScheduler time = VirtualTimeScheduler.create();
    private final OpenGates.Air air = new OpenGates.Air();
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final Token token = new Token("WEBEX_BOT_TOKEN", new Secret("old"));
    private final Gate here = new Gates(time, air, meters).of("webex", token);
    private final Gate there = new Gates(time, air, new SimpleMeterRegistry()).of("webex", token);
    private final Service service = new Service();
    private final List<String> done = new ArrayList<>();
    private final List<ApiException> failures = new ArrayList<>();

    @Test
    void nobodyCallsBeforeTheTimeThatTheServiceNamed() {
        service.closedUntil = Duration.ofSeconds(30).toMillis();
        storm(here, 3);
        time.advanceTimeBy(Duration.ofMillis(200));
        for (int second = 0; second < 24; second++) {
            storm(here, 10);
            storm(there, 10);
            time.advanceTimeBy(Duration.ofSeconds(1));
        }

        assertThat(service.calls).as("those that were under way when the first was refused").isEqualTo(3);
        assertThat(failures).hasSize(3 + 480).allMatch(ApiException.is(Kind.LIMITED));
        ApiException last = failures.getLast();
        assertThat(last.wasHeldBack()).isTrue();
        assertThat(last.mayHaveBeenProcessed()).isFalse();
        assertThat(last.retryAfter().orElseThrow()).isBetween(Duration.ofSeconds(6), Duration.ofSeconds(8));
        assertThat(meters.counter("visit.api.pauses", "api", "webex").count()).isEqualTo(1);
        assertThat(meters.get("visit.api.pause.seconds").gauge().value()).isBetween(5.0, 7.0);
        assertThat(meters.counter("visit.api.calls", "api", "webex", "status", "held").count()).isEqualTo(240);
    }

    @Test
    void tellsOtherInstancesOnceForEachPause() {
        service.closedUntil = Duration.ofSeconds(30).toMillis();
        storm(here, 3);
        time.advanceTimeBy(Duration.ofMillis(200));

        assertThat(air.sent("pause-for")).singleElement().asString().matches("pause-for webex 30\\d{3}");
        storm(there, 1);
        assertThat(service.calls).isEqualTo(3);
    }

    @Test
    void othersPauseAsLongThoughTheirClockIsAnother() {
        VirtualTimeScheduler later = VirtualTimeScheduler.create();
        later.advanceTimeBy(Duration.ofMinutes(5));
        Gate elsewhere = new Gates(later, air, new SimpleMeterRegistry()).of("webex", token);
        service.closedUntil = Duration.ofSeconds(30).toMillis();
        storm(here, 1);
        time.advanceTimeBy(Duration.ofMillis(200));

        storm(elsewhere, 1);
        assertThat(service.calls).isEqualTo(1);
        assertThat(failures.getLast().retryAfter().orElseThrow()).isBetween(Duration.ofSeconds(29),
                Duration.ofSeconds(31));
    }

    @Test
    void othersKeepTheLastOfManyRefusalsThoughTheyHearOfTheFirst() {
        for (int delay = 50; delay <= 250; delay += 50) {
            call(here, Mono.delay(Duration.ofMillis(delay), time).then(Mono.error(tooMany(Duration.ofSeconds(4)))),
                    false);
        }
        time.advanceTimeBy(Duration.ofMillis(300));
        assertThat(air.sent("pause-for")).hasSize(1);

        call(there, service.answer("there"), false);
        time.advanceTimeBy(Duration.ofMillis(3_900));
        assertThat(service.calls).isZero();
        time.advanceTimeBy(Duration.ofSeconds(1));
        assertThat(done).containsExactly("there");
    }

    @Test
    void nobodyBeginsBeforeTheLastOfThoseRefusedAtOnceMay() {
        call(here, Mono.delay(Duration.ofMillis(50), time).then(Mono.error(tooMany(Duration.ofSeconds(4)))), false);
        call(there, Mono.delay(Duration.ofMillis(290), time).then(Mono.error(tooMany(Duration.ofSeconds(4)))), false);
        time.advanceTimeBy(Duration.ofMillis(300));
        assertThat(air.sent("pause-for")).hasSize(1);

        call(here, service.answer("here"), false);
        time.advanceTimeBy(Duration.ofMillis(3_980));
        assertThat(service.calls).isZero();
        time.advanceTimeBy(Duration.ofSeconds(1));
        assertThat(done).containsExactly("here");
    }

    @Test
    void lateCallsWaitAndThoseGoFirstThatSomebodyWaitsFor() {
        service.closedUntil = Duration.ofSeconds(30).toMillis();
        storm(here, 1);
        time.advanceTimeBy(Duration.ofSeconds(27));
        for (int caller = 0; caller < 30; caller++) {
            call(here, Urgency.background(service.answer("background")), true);
            call(here, service.answer("interactive"), false);
        }
        time.advanceTimeBy(Duration.ofMillis(2_900));
        assertThat(service.calls).isEqualTo(1);
        assertThat(meters.get("visit.api.waiting").gauge().value()).isEqualTo(60);

        time.advanceTimeBy(Duration.ofSeconds(3));

        assertThat(done).hasSize(60);
        assertThat(done.subList(0, 30)).containsOnly("interactive");
        assertThat(service.most).as("side by side").isEqualTo(8);
        assertThat(failures).hasSize(1);
    }

    @Test
    void laterOnesJoinTheLineThatIsThere() {
        service.closedUntil = Duration.ofSeconds(4).toMillis();
        storm(here, 1);
        time.advanceTimeBy(Duration.ofSeconds(1));
        for (int caller = 0; caller < 16; caller++) {
            call(here, service.answer("background"), true);
        }
        time.advanceTimeBy(Duration.ofMillis(3_300));
        call(here, service.answer("interactive"), false);
        time.advanceTimeBy(Duration.ofSeconds(1));

        assertThat(done.indexOf("interactive")).isEqualTo(8);
    }

    @Test
    void whoeverStopsWaitingLeavesTheLine() {
        service.closedUntil = Duration.ofSeconds(4).toMillis();
        storm(here, 1);
        time.advanceTimeBy(Duration.ofSeconds(1));
        here.pass(PATIENCE, service.answer("never")).subscribe().dispose();
        call(here, service.answer("next"), false);
        time.advanceTimeBy(Duration.ofSeconds(4));

        assertThat(done).containsExactly("next");
        assertThat(meters.get("visit.api.waiting").gauge().value()).isZero();
    }

    @Test
    void absurdTimesOfOthersAreCutAndNonsenseIsIgnored() {
        air.send("pause-for", "webex 999999999999999");
        air.send("pause-for", "webex soon");
        air.send("pause-for", "nobody 5000");
        storm(here, 1);

        assertThat(failures).singleElement()
                .satisfies(failure -> assertThat(failure.retryAfter()).contains(Duration.ofHours(1)));
    }

    @Test
    void oneThingThatIsLockedClosesNothing() {
        ApiException locked = ApiException.of("webex", Kind.LIMITED).status(423).notProcessed()
                .retryAfter(Duration.ofSeconds(15)).build();
        call(here, Mono.error(locked), false);
        call(here, service.answer("other"), false);
        time.advanceTimeBy(Duration.ofSeconds(1));

        assertThat(done).containsExactly("other");
    }

    @Test
    void refusedTokenIsOneAlarmAndOneProbeAMinute(CapturedOutput output) {
        here.probedBy(Mono.defer(() -> here.pass(PATIENCE, service.answer("probe"))));
        service.valid = "new";
        for (int second = 0; second < 150; second++) {
            storm(here, 5);
            time.advanceTimeBy(Duration.ofSeconds(1));
        }

        assertThat(service.calls).as("at first, after a minute and after two").isBetween(3, 3 + 4);
        assertThat(failures).allMatch(ApiException.is(Kind.MISCONFIGURED)).hasSize(750);
        assertThat(failures.getLast().mayHaveBeenProcessed()).isFalse();
        assertThat(here.isTokenRefused()).isTrue();
        assertThat(meters.get("visit.token.refused").tag("api", "webex").gauge().value()).isEqualTo(1);
        assertThat(output).containsOnlyOnce("ERROR").contains("WEBEX_BOT_TOKEN", "/actuator/reload")
                .doesNotContain("old");
    }

    @Test
    void probeFindsOutThatTheTokenIsWellAgain(CapturedOutput output) {
        here.probedBy(Mono.defer(() -> here.pass(PATIENCE, service.answer("probe"))));
        service.valid = "new";
        storm(here, 1);
        time.advanceTimeBy(Duration.ofSeconds(30));
        service.valid = "old";
        time.advanceTimeBy(Duration.ofSeconds(31));

        assertThat(here.isTokenRefused()).isFalse();
        assertThat(meters.get("visit.token.refused").gauge().value()).isZero();
        assertThat(air.sent("hasten")).containsExactly("hasten webex");
        assertThat(output).contains("takes the token in WEBEX_BOT_TOKEN again");
    }

    @Test
    void anotherTokenIsTriedAtOnce() {
        service.valid = "new";
        storm(here, 1);
        time.advanceTimeBy(Duration.ofSeconds(1));
        token.become(new Token("WEBEX_BOT_TOKEN", new Secret("new")));
        assertThat(here.isTokenRefused()).isFalse();
        call(here, service.answer("done"), false);
        time.advanceTimeBy(Duration.ofSeconds(1));

        assertThat(done).containsExactly("done");
    }

    @Test
    void serviceThatIsBackHastensWhatWaitsOnceAmongAllInstances() {
        probed(here, there);
        service.away = true;
        storm(here, 20);
        storm(there, 20);
        time.advanceTimeBy(Duration.ofSeconds(62));
        assertThat(service.calls - 40).as("probes of two instances in a minute").isBetween(20, 26);
        assertThat(air.sent("hasten")).isEmpty();

        service.away = false;
        time.advanceTimeBy(Duration.ofSeconds(6));
        storm(there, 20);
        time.advanceTimeBy(Duration.ofMinutes(2));
        assertThat(air.sent("hasten")).containsExactly("hasten webex");
        assertThat(service.calls - 40 - 20).as("none but the last probes").isBetween(20, 28);
    }

    @Test
    void serviceThatIsBackIsFoundOutByWhoeverCalls(CapturedOutput output) {
        probed(here);
        service.away = true;
        storm(here, 1);
        time.advanceTimeBy(Duration.ofMillis(7_500));
        service.away = false;
        storm(here, 1);
        time.advanceTimeBy(Duration.ofMillis(200));

        assertThat(air.sent("hasten")).containsExactly("hasten webex");
        assertThat(output).contains("webex answers again after 7 s");
    }

    @Test
    void hiccupHastensNothing() {
        probed(here);
        for (int second = 0; second < 60; second++) {
            service.away = second % 2 == 0;
            storm(here, 3);
            time.advanceTimeBy(Duration.ofSeconds(1));
        }

        assertThat(air.sent("hasten")).isEmpty();
    }

    @Test
    void serviceThatComesAndGoesHastensOnceAMinute() {
        probed(here);
        for (int minutes = 0; minutes < 12 * 5; minutes++) {
            service.away = true;
            storm(here, 1);
            time.advanceTimeBy(Duration.ofSeconds(2));
            service.away = false;
            time.advanceTimeBy(Duration.ofSeconds(10));
        }

        assertThat(air.sent("hasten")).hasSizeBetween(10, 12);
    }

    @Test
    void hastensOnlyWhenThePauseIsOver() {
        probed(here);
        service.closedUntil = Duration.ofSeconds(30).toMillis();
        storm(here, 3);
        time.advanceTimeBy(Duration.ofMillis(29_900));
        assertThat(service.calls).isEqualTo(3);
        assertThat(air.sent("hasten")).isEmpty();

        time.advanceTimeBy(Duration.ofSeconds(6));
        assertThat(air.sent("hasten")).containsExactly("hasten webex");
    }

    private void probed(Gate... gates) {
        for (Gate gate : gates) {
            gate.probedBy(Mono.defer(() -> gate.pass(PATIENCE, service.answer("probe"))));
        }
    }

    private static ApiException tooMany(Duration pause) {
        return ApiException.of("webex", Kind.LIMITED).status(429).notProcessed().retryAfter(pause).build();
    }

    private void storm(Gate gate, int callers) {
        for (int caller = 0; caller < callers; caller++) {
            call(gate, service.answer("ok"), false);
        }
    }

    private void call(Gate gate, Mono<String> call, boolean background) {
        Mono<String> passing = gate.pass(PATIENCE, call);
        (background ? Urgency.background(passing) : passing).subscribe(done::add,
                error -> failures.add((ApiException) error));
    }

    /** Takes a tenth of a second to answer. */
    private final class Service {

        private long closedUntil;
        private boolean away;
        private @Nullable String valid;
        private int calls;
        private int now;
        private int most;

        Mono<String> answer(String words) {
            Supplier<Mono<String>> end = () -> end(words);
            return Mono.defer(() -> {
                calls++;
                most = Math.max(most, ++now);
                return Mono.delay(Duration.ofMillis(100), time).then(Mono.defer(end));
            });
        }

        private Mono<String> end(String words) {
            now--;
            if (away) {
                return Mono.error(ApiException.of("webex", Kind.UNAVAILABLE).status(503).build());
            }
            long left = closedUntil - time.now(TimeUnit.MILLISECONDS) + 100;
            if (valid != null && !valid.equals(token.secret().value())) {
                return Mono.error(ApiException.of("webex", Kind.MISCONFIGURED).status(401).notProcessed().build());
            }
            return left <= 100
                    ? Mono.just(words)
                    : Mono.error(tooMany(Duration.ofMillis(left - 100)));
        }
    }
}
