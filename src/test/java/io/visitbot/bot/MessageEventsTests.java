package io.visitbot.bot;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;
import tools.jackson.databind.json.JsonMapper;

import io.visitbot.platform.ApiException;
import io.visitbot.platform.Ids;
import io.visitbot.webex.Me;
import io.visitbot.webex.Message;
import io.visitbot.webex.Person;
import io.visitbot.webex.RoomType;
import io.visitbot.webex.WebexOnPaper;
import io.visitbot.webhook.Delivery;
import io.visitbot.webhook.EventHandler;
import io.visitbot.webhook.VerifiedEvent;

import static org.assertj.core.api.Assertions.assertThat;

class MessageEventsTests {

    private static final Instant NOON = Instant.parse("2026-01-05T12:00:00Z");

    private final WebexOnPaper webex = new WebexOnPaper();
    private final List<Request> requests = new ArrayList<>();
    private final List<String> asked = new ArrayList<>();
    private boolean busy;
    private int looks;
    private int foundAtLook = Integer.MAX_VALUE;
    private final Chat chat = new Chat(webex);
    private final Access access = new Access(new BotSettings(Set.of(), Set.of(), "the service desk"), new Me(webex));
    private final MessageEvents events = new MessageEvents(webex, new Me(webex),
            new Speakers(new People(webex), access, (stranger, spot) -> Mono.empty()),
            new Router(List.of(new Ping(), new Find()), chat),
            new Answers(chat, new Failures(new Ids(new Random(1)))), this::holdsEarlier,
            Clock.fixed(NOON, ZoneOffset.UTC));

    @BeforeEach
    void somebodyIsThere() {
        know("lee", "dr.lee@example.org", "org", Person.Type.PERSON);
    }

    @Test
    void waitsForWhatWasSaidBeforeWhereThereIsNothingOfThatName() {
        busy = true;
        message("lee", "dr.lee@example.org", null, "Visit find it");
        Mono<String> handled = events.handle(first("lee", "dr.lee@example.org"));

        StepVerifier.create(handled).verifyError(EventHandler.OutOfTurn.class);
        assertThat(webex.said).isEmpty();
        assertThat(asked).containsExactly("ward lee " + NOON);
        busy = false;
        StepVerifier.create(handled).expectNext("find").verifyComplete();
        assertThat(webex.said).extracting(WebexOnPaper.Said::words).containsExactly("nothing of that name");
    }

    @Test
    void looksOnceMoreSinceWhatWasSaidBeforeMayJustHaveEnded() {
        foundAtLook = 2;
        outcome(message("lee", "dr.lee@example.org", null, "Visit find it"), "find");
        assertThat(webex.said).extracting(WebexOnPaper.Said::words).containsExactly("found");
    }

    @Test
    void answersInTheThreadThatTheMessageBegins() {
        outcome(message("lee", "dr.lee@example.org", null, "Visit ping one two"), "ping");
        assertThat(webex.said).singleElement().satisfies(said -> {
            assertThat(said.message().roomId()).isEqualTo("ward");
            assertThat(said.message().parentId()).isEqualTo("m1");
            assertThat(said.words()).isEqualTo("pong");
        });
        assertThat(requests.getFirst().line()).isEqualTo(new CommandLine("ping", List.of("one", "two")));
        assertThat(requests.getFirst().origin()).isEqualTo("messages:created:m1");
    }

    @Test
    void answersInTheThreadThatTheMessageStandsIn() {
        outcome(message("lee", "dr.lee@example.org", "root", "Visit ping"), "ping");
        assertThat(webex.said.getFirst().message().parentId()).isEqualTo("root");
    }

    @Test
    void letsGoOfItsOwnMessagesWithoutFetchingThem() {
        outcome("bot", "visit@webex.bot", "own");
        assertThat(webex.calls).doesNotContain("message", "post");
    }

    @Test
    void letsGoOfOtherBots() {
        message("other", "surveys@webex.bot", null, "Visit ping");
        outcome("other", "surveys@webex.bot", "own");
        know("robot", "robot@example.org", "org", Person.Type.BOT);
        outcome(message("robot", "robot@example.org", null, "Visit ping"), "bot");
        assertThat(webex.said).isEmpty();
        assertThat(requests).isEmpty();
    }

    @Test
    void runsNothingThatWasEditedAndSaysSo() {
        Message written = message("lee", "dr.lee@example.org", null, "Visit ping");
        Message edited = new Message(written.id(), null, written.roomId(), written.roomType(), written.text(), null,
                written.personId(), written.personEmail(), List.of(), NOON, NOON.plusSeconds(5));
        webex.messages.put(edited.id(), edited);
        outcome(edited, "edited");
        assertThat(requests).isEmpty();
        assertThat(webex.said).singleElement().satisfies(said -> assertThat(said.words()).contains("say it again"));
    }

    @Test
    void runsWhatWasNeverEditedThoughWebexTellsWhen() {
        Message written = message("lee", "dr.lee@example.org", null, "Visit ping");
        Message unchanged = new Message(written.id(), null, written.roomId(), written.roomType(), written.text(), null,
                written.personId(), written.personEmail(), List.of(), NOON, NOON);
        webex.messages.put(unchanged.id(), unchanged);
        outcome(unchanged, "ping");
    }

    @Test
    void looksAgainForAMessageThatIsNotThereAndThenLetsGo() {
        StepVerifier.create(events.handle(first("lee", "dr.lee@example.org"))).verifyError(ApiException.class);
        StepVerifier.create(events.handle(delivery(2, NOON, false))).expectNext("gone").verifyComplete();
        assertThat(webex.said).isEmpty();
    }

    @Test
    void doesNothingAndSaysSoWhenItCouldNotReadTheMessageForLong() {
        message("lee", "dr.lee@example.org", null, "Visit ping");
        StepVerifier.create(events.handle(delivery(0, NOON.minusSeconds(3_601), false))).expectNext("late")
                .verifyComplete();
        assertThat(requests).isEmpty();
        assertThat(webex.said).singleElement().satisfies(said -> assertThat(said.words()).contains("say it again"));
    }

    @Test
    void readsWhatIsNotYetAnHourOldHoweverOftenItWasTried() {
        message("lee", "dr.lee@example.org", null, "Visit ping");
        StepVerifier.create(events.handle(delivery(40, NOON.minusSeconds(3_600), false))).expectNext("ping")
                .verifyComplete();
        assertThat(requests).hasSize(1);
    }

    @Test
    void doesNotSayThatNothingWasDoneWhereSomethingMayHaveBeen() {
        message("lee", "dr.lee@example.org", null, "Visit ping");
        StepVerifier.create(events.handle(delivery(0, NOON.minusSeconds(3_601), true))).expectNext("late")
                .verifyComplete();
        assertThat(webex.said).singleElement().satisfies(
                said -> assertThat(said.words()).contains("may be done or not", "`list`")
                        .doesNotContain("did nothing"));
    }

    @Test
    void letsGoOfAMessageThatWebexHides() {
        outcome("bot", "visit@webex.bot", "own");
        webex.troubleWithReading = WebexOnPaper.failure(ApiException.Kind.REFUSED, 403);
        outcome("lee", "dr.lee@example.org", "gone");
        assertThat(webex.said).isEmpty();
    }

    @Test
    void refusesAStrangerAloudAndRunsNothing() {
        know("sam", "sam@vendor.example.com", "elsewhere", Person.Type.PERSON);
        outcome(message("sam", "sam@vendor.example.com", null, "Visit ping"), "ping");
        assertThat(requests).isEmpty();
        assertThat(webex.said).singleElement()
                .satisfies(said -> assertThat(said.words()).contains("ask the service desk"));
    }

    @Test
    void takesSomebodyWhomWebexHidesForAStranger() {
        outcome(message("ghost", "ghost@example.org", null, "Visit ping"), "ping");
        assertThat(requests).isEmpty();
        assertThat(webex.said).singleElement()
                .satisfies(said -> assertThat(said.words()).contains("ask the service desk"));
    }

    @Test
    void asksForAPersonOnce() {
        outcome(message("lee", "dr.lee@example.org", null, "Visit ping"), "ping");
        outcome(message("lee", "dr.lee@example.org", null, "Visit ping"), "ping");
        assertThat(webex.calls.stream().filter("person"::equals)).hasSize(1);
    }

    @Test
    void comesAgainWhenTheAnswerCouldNotBeSaid() {
        webex.troubleWithPosting = _ -> WebexOnPaper.failure(ApiException.Kind.UNAVAILABLE, 503);
        message("lee", "dr.lee@example.org", null, "Visit ping");
        StepVerifier.create(events.handle(first("lee", "dr.lee@example.org"))).verifyError(ApiException.class);
    }

    private void outcome(Message message, String outcome) {
        outcome(message.personId(), message.personEmail(), outcome);
    }

    private void outcome(String person, String email, String outcome) {
        StepVerifier.create(events.handle(first(person, email))).expectNext(outcome).verifyComplete();
    }

    private Message message(String person, String email, @Nullable String parent, String text) {
        Message message = new Message("m1", parent, "ward", RoomType.GROUP, text, null, person, email, List.of(), NOON,
                null);
        webex.messages.put(message.id(), message);
        return message;
    }

    private void know(String id, String email, String organisation, Person.Type type) {
        webex.people.put(id, new Person(id, List.of(email), id, organisation, type, null));
    }

    private static Delivery first(String person, String email) {
        return new Delivery(event(person, email), 0, NOON, false);
    }

    private static Delivery delivery(int attempt, Instant receivedAt, boolean perhapsAgain) {
        return new Delivery(event("lee", "dr.lee@example.org"), attempt, receivedAt, perhapsAgain);
    }

    private static VerifiedEvent event(String person, String email) {
        return new VerifiedEvent("messages:created:m1", "messages", "created",
                JsonMapper.shared().writeValueAsString(Map.of("data",
                        Map.of("id", "m1", "roomId", "ward", "personId", person, "personEmail", email))));
    }

    private Mono<Boolean> holdsEarlier(String room, String person, Instant than) {
        asked.add(room + " " + person + " " + than);
        return Mono.just(busy);
    }

    /** Finds nothing, or something from a certain look on. */
    private final class Find implements CommandHandler {

        @Override
        public Usage usage() {
            return new Usage("find", "", "finds");
        }

        @Override
        public Mono<String> handle(Request request) {
            return ++looks >= foundAtLook
                    ? Mono.just("found")
                    : Mono.error(new NotFound("nothing of that name"));
        }
    }

    private final class Ping implements CommandHandler {

        @Override
        public Usage usage() {
            return new Usage("ping", "", "answers");
        }

        @Override
        public Mono<String> handle(Request request) {
            return Mono.fromSupplier(() -> {
                requests.add(request);
                return "pong";
            });
        }
    }
}
