package io.visitbot.bot;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;
import tools.jackson.databind.json.JsonMapper;

import io.visitbot.platform.ApiException;
import io.visitbot.platform.Ids;
import io.visitbot.webex.AttachmentAction;
import io.visitbot.webex.Me;
import io.visitbot.webex.Person;
import io.visitbot.webex.WebexOnPaper;
import io.visitbot.webhook.Delivery;
import io.visitbot.webhook.VerifiedEvent;

import static org.assertj.core.api.Assertions.assertThat;

class SubmissionEventsTests {

    private static final Instant NOON = Instant.parse("2026-01-05T12:00:00Z");

    private final WebexOnPaper webex = new WebexOnPaper();
    private final List<Submission> taken = new ArrayList<>();
    private Mono<String> answerToGone = Mono.just("");
    private final Chat chat = new Chat(webex);
    private final SubmissionEvents events = new SubmissionEvents(webex,
            new Speakers(new People(webex),
                    new Access(new BotSettings(Set.of(), Set.of(), "the service desk"), new Me(webex)),
                    (stranger, spot) -> Mono.empty()),
            List.of(new Form()), new Answers(chat, new Failures(new Ids(new Random(1)))),
            Clock.fixed(NOON, ZoneOffset.UTC));

    @BeforeEach
    void somebodyIsThere() {
        know("lee", "org");
        know("sam", "elsewhere");
        know("ortiz", "org");
    }

    @Test
    void handsTheInputsToTheCardsHandler() {
        action("lee", Map.of("action", "form", "label", "patient-42"));
        outcome("lee", "submitted");
        assertThat(taken).singleElement().satisfies(submission -> {
            assertThat(submission.input("label")).isEqualTo("patient-42");
            assertThat(submission.input("phone")).isEmpty();
            assertThat(submission.message()).isEqualTo("card");
            assertThat(submission.speaker().person()).isEqualTo("lee");
        });
    }

    @Test
    void believesTheActionAndNotTheEnvelopeAboutWhoSubmitted() {
        action("sam", Map.of("action", "form"));
        outcome("lee", "submitted");
        assertThat(taken).isEmpty();
        assertThat(webex.said).singleElement().satisfies(said -> assertThat(said.words()).contains("service desk"));
    }

    @Test
    void answersACardOfNoKind() {
        action("lee", Map.of("action", "survey"));
        outcome("lee", "submitted");
        assertThat(webex.said).singleElement().satisfies(said -> assertThat(said.words()).contains("`help`"));
    }

    @Test
    void resolvesAnActionThatIsGoneByItsMessage() {
        outcome("lee", "gone");
        assertThat(taken).singleElement().satisfies(submission -> {
            assertThat(submission.message()).isEqualTo("card");
            assertThat(submission.inputs()).isEmpty();
        });
        assertThat(webex.said).isEmpty();
    }

    @Test
    void saysThatAnActionIsGoneWhereNobodyKnowsItsMessage() {
        answerToGone = Mono.empty();
        outcome("lee", "gone");
        assertThat(webex.said).singleElement().satisfies(said -> assertThat(said.words()).contains("Say `new`"));
    }

    @Test
    void refusesAStrangerWhoseActionIsGone() {
        outcome("sam", "gone");
        assertThat(taken).isEmpty();
        assertThat(webex.said).singleElement().satisfies(said -> assertThat(said.words()).contains("service desk"));
    }

    @Test
    void comesAgainWhenWebexIsAway() {
        webex.troubleWithReading = WebexOnPaper.failure(ApiException.Kind.UNAVAILABLE, 503);
        StepVerifier.create(events.handle(new Delivery(event("lee"), 0, NOON, false))).verifyError(ApiException.class);
        assertThat(taken).isEmpty();
    }

    private void outcome(String person, String outcome) {
        StepVerifier.create(events.handle(new Delivery(event(person), 0, NOON, false))).expectNext(outcome)
                .verifyComplete();
    }

    private void action(String person, Map<String, String> inputs) {
        webex.actions.put("a1", new AttachmentAction("a1", "card", "ward", person, inputs));
    }

    private void know(String id, String organisation) {
        webex.people.put(id,
                new Person(id, List.of(id + "@example.org"), id, organisation, Person.Type.PERSON, null));
    }

    private static VerifiedEvent event(String person) {
        return new VerifiedEvent("attachmentActions:created:a1", "attachmentActions", "created",
                JsonMapper.shared().writeValueAsString(Map.of("data",
                        Map.of("id", "a1", "roomId", "ward", "roomType", "group", "personId", person, "messageId",
                                "card"))));
    }

    private final class Form implements CardHandler {

        @Override
        public String action() {
            return "form";
        }

        @Override
        public Mono<String> handle(Submission submission) {
            return Mono.fromRunnable(() -> taken.add(submission));
        }

        @Override
        public Mono<String> gone(Submission submission) {
            return Mono.defer(() -> {
                taken.add(submission);
                return answerToGone;
            });
        }
    }
}
