package io.visitbot.bot;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;
import tools.jackson.databind.json.JsonMapper;

import io.visitbot.platform.ApiException;
import io.visitbot.platform.Ids;
import io.visitbot.webex.Message;
import io.visitbot.webex.Person;
import io.visitbot.webex.RoomType;
import io.visitbot.webex.WebexOnPaper;
import io.visitbot.webex.WebexOnPaper.Said;
import io.visitbot.webhook.Delivery;
import io.visitbot.webhook.EventHandler;
import io.visitbot.webhook.VerifiedEvent;

import static org.assertj.core.api.Assertions.assertThat;

@ExtendWith(OutputCaptureExtension.class)
class BotTests {

    private static final Instant NOON = Instant.parse("2026-01-05T12:00:00Z");
    private static final String PERHAPS_AGAIN = "_(I was interrupted: this may repeat what stands above.)_\n\n";

    private final WebexOnPaper webex = new WebexOnPaper();
    private final EventHandler bot = Bots.bot(webex, new BotSettings(Set.of(), Set.of(), "the service desk"),
            List.of(new Ping()), List.of(), (stranger, spot) -> Mono.empty(), new Ids(new Random(1)),
            Clock.fixed(NOON, ZoneOffset.UTC));

    @BeforeEach
    void somebodySpeaks() {
        webex.people.put("lee",
                new Person("lee", List.of("dr.lee@example.org"), "lee", "org", Person.Type.PERSON, null));
        webex.messages.put("m1", new Message("m1", null, "ward", RoomType.GROUP, "Visit ping", null, "lee",
                "dr.lee@example.org", List.of(), NOON, null));
    }

    @Test
    void saysNothingOfARepeatWhereThereIsNone() {
        StepVerifier.create(bot.handle(delivery(0, false))).verifyComplete();
        assertThat(webex.said).extracting(Said::words).containsExactly("pong");
    }

    @Test
    void saysThatItMayRepeatItselfWhenItWasCut() {
        StepVerifier.create(bot.handle(delivery(0, true))).verifyComplete();
        assertThat(webex.said).extracting(Said::words).containsExactly(PERHAPS_AGAIN + "pong");
    }

    @Test
    void endsInterruptedWhereNobodyKnowsWhetherItWasSaid() {
        webex.troubleWithPosting = _ -> ApiException.of("webex", ApiException.Kind.UNAVAILABLE).build();
        StepVerifier.create(bot.handle(delivery(0, false))).verifyErrorSatisfies(
                error -> assertThat(error).isInstanceOf(EventHandler.Interrupted.class)
                        .hasCauseInstanceOf(ApiException.class));
    }

    @Test
    void tellsTheLogNothingOfWhatWasHandled(CapturedOutput log) {
        webex.troubleWithPosting = _ -> new IllegalStateException("to +12025550142");
        StepVerifier.create(bot.handle(delivery(0, false))).verifyError();
        assertThat(log).contains("failed: IllegalStateException").doesNotContain("2025550142");
    }

    @Test
    void failsPlainlyWhereItIsKnownNotToHaveBeenSaid() {
        webex.troubleWithPosting = _ -> WebexOnPaper.failure(ApiException.Kind.LIMITED, 429);
        StepVerifier.create(bot.handle(delivery(0, false))).verifyError(ApiException.class);
        webex.troubleWithReading = ApiException.of("webex", ApiException.Kind.UNAVAILABLE).build();
        StepVerifier.create(bot.handle(delivery(0, false))).verifyError(ApiException.class);
    }

    @Test
    void letsGoOfAnAnswerThatNobodyTookThreeTimes() {
        webex.troubleWithPosting = _ -> ApiException.of("webex", ApiException.Kind.UNAVAILABLE).build();
        StepVerifier.create(bot.handle(delivery(1, true))).verifyError(EventHandler.Interrupted.class);
        StepVerifier.create(bot.handle(delivery(2, true))).verifyComplete();
    }

    private static Delivery delivery(int attempt, boolean perhapsAgain) {
        return new Delivery(new VerifiedEvent("messages:created:m1", "messages", "created",
                JsonMapper.shared().writeValueAsString(Map.of("data",
                        Map.of("id", "m1", "roomId", "ward", "personId", "lee", "personEmail", "dr.lee@example.org")))),
                attempt, NOON, perhapsAgain);
    }

    private static final class Ping implements CommandHandler {

        @Override
        public Usage usage() {
            return new Usage("ping", "", "answers");
        }

        @Override
        public Mono<String> handle(Request request) {
            return Mono.just("pong");
        }
    }
}
