package io.visitbot.command;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Mono;

import io.visitbot.platform.ApiException;
import io.visitbot.platform.Check;
import io.visitbot.visit.PatientMessenger;
import io.visitbot.visit.TextStatus;
import io.visitbot.visit.Visit;
import io.visitbot.visit.VisitFixtures;
import io.visitbot.webex.Person;
import io.visitbot.webex.WebexOnPaper.Said;

import static org.assertj.core.api.Assertions.assertThat;

/** Every command, said in a space and heard there. */
class CommandTests {

    private static final String HOST = VisitFixtures.MEETING.hostLink();
    private static final String SIGN_IN = VisitFixtures.MEETING.hostLoginLink();
    private static final String GUEST = VisitFixtures.MEETING.guestLink();

    private final Conversation talk = new Conversation();
    private final VisitFixtures heart = talk.heart;

    @ParameterizedTest
    @ValueSource(strings = {"", "help", "HELP", "help.", "hlep", "xylophone", "new", "new +52 55 1234 5678", "list",
            "status", "status nothing", "status V-AAAA", "add", "add V-AAAA", "add V-AAAA not-an-address",
            "add V-AAAA dr.kim@example.org", "invite", "invite V-AAAA", "invite V-AAAA 12",
            "invite V-AAAA +52 55 1234 5678", "invite nothing +52 55 1234 5678", "ring", "ring V-AAAA",
            "ring V-AAAA nothing", "ring V-AAAA room3@example.rooms.webex.com", "resend", "resend V-AAAA", "cancel",
            "cancel V-AAAA", "whoami", "check", "new xxxxxxxxxx", "`", "\"", "<b>new</b>", "new <script>", "🙂",
            "new patient-42 in english"})
    void neverMeetsSilence(String text) {
        talk.checks(check("Database", Check.Result.ok("Answers.")));
        heart.kept(heart.ready("V-AAAA"));
        List<Said> answers = new ArrayList<>(talk.says(text));
        answers.addAll(talk.works());
        assertThat(answers).isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource({"status nothing", "add nothing dr.kim@example.org", "invite nothing +52 55 1234 5678",
            "resend nothing", "ring nothing room3@example.rooms.webex.com", "cancel nothing"})
    void findsNoVisitThatThereIsNot(String text) {
        assertThat(answer(talk.says(text))).contains("I find no visit `nothing` here", "`list`");
    }

    @ParameterizedTest
    @ValueSource(strings = {"status V-AAAA", "add V-AAAA dr.kim@example.org", "invite V-AAAA +52 55 1234 5678",
            "resend V-AAAA", "ring V-AAAA room3@example.rooms.webex.com", "cancel V-AAAA"})
    void findsNoVisitOfAnotherSpaceNorOfAnotherPerson(String text) {
        heart.kept(heart.ready("V-AAAA"));
        assertThat(answer(talk.whispers(Conversation.ORTIZ, text))).contains("I find no visit `V-AAAA` here");
        assertThat(heart.engine.calls).isEmpty();
        assertThat(heart.texts.byId).isEmpty();
        assertThat(heart.visit("V-AAAA").state()).isInstanceOf(Visit.State.Ready.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"add V-AAAA dr.kim@example.org", "invite V-AAAA +52 55 1234 5678", "resend V-AAAA",
            "ring V-AAAA room3@example.rooms.webex.com", "cancel V-AAAA"})
    void doesNothingToAVisitWhoseLinksHaveEnded(String text) {
        heart.kept(heart.ready("V-AAAA"));
        heart.clock.pass(Duration.ofHours(2));
        assertThat(answer(talk.says(text))).contains("V-AAAA").containsAnyOf("ended", "over");
        assertThat(talk.works()).isEmpty();
        assertThat(heart.engine.calls).isEmpty();
        assertThat(heart.texts.byId).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"status patient-42", "cancel patient-42", "resend patient-42"})
    void asksWhichVisitIsMeant(String text) {
        heart.kept(heart.ready("V-AAAA"));
        heart.kept(heart.ready("V-BBBB"));
        assertThat(answer(talk.says(text))).contains("There are 2 visits of that name", "`V-AAAA`", "`V-BBBB`");
    }

    @Test
    void helpNamesEveryCommandAndAnExample() {
        String help = answer(talk.says("help"));
        for (String verb : List.of("new", "list", "status", "add", "invite", "resend", "ring", "cancel", "whoami",
                "check", "help")) {
            assertThat(help).contains("- `" + verb);
        }
        assertThat(help).contains("For example `new patient-42`");
    }

    @Test
    void listShowsWhatIsOpenHere() {
        heart.kept(heart.ready("V-AAAA"));
        heart.kept(heart.asked("V-BBBB"));
        assertThat(answer(talk.says("list"))).contains("**patient-42** (V-AAAA): ready, links live until 13:00 UTC",
                "(V-BBBB): its links are being made");
        heart.clock.pass(Duration.ofHours(2));
        assertThat(answer(talk.says("list"))).contains("No visit is open here", "`new patient-42`");
    }

    @Test
    void statusShowsLinksAndTextMessagesInTheSpace() {
        heart.kept(heart.ready("V-AAAA"));
        talk.says("invite V-AAAA +52 55 1234 5678");
        talk.works();
        assertThat(answer(talk.says("status v-aaaa"))).contains("ready", "dr.lee@example.org", SIGN_IN, GUEST,
                "+52 ·· ··· ··78: accepted").doesNotContain(HOST);
    }

    @Test
    void statusShowsTheOrdinaryHostLinkToTheRequesterAlone() {
        heart.kept(heart.ready("V-AAAA").people(List.of("nurse.ortiz@example.org")));
        assertThat(answer(talk.whispers(Conversation.LEE, "status V-AAAA"))).contains(HOST);
        assertThat(answer(talk.whispers(Conversation.ORTIZ, "status V-AAAA"))).contains(SIGN_IN).doesNotContain(HOST);
    }

    @Test
    void saysThatNumbersAndLinksHaveBeenRemoved() {
        Visit visit = heart.kept(heart.ready("V-AAAA"));
        talk.says("invite V-AAAA +52 55 1234 5678");
        talk.works();
        heart.clock.pass(Duration.ofDays(2));
        heart.visits.byId.replaceAll((id, kept) -> kept.forgotten());
        heart.texts.byId.replaceAll((id, kept) -> kept.forgotten());

        assertThat(answer(talk.says("status V-AAAA"))).contains("text message to a removed number",
                "phone numbers and links have been removed", "ended at");
        assertThat(answer(talk.says("resend V-AAAA"))).contains("is over", "`new`");
        assertThat(answer(talk.says("list"))).contains("No visit is open here");
        assertThat(heart.visit("V-AAAA")).isEqualTo(visit.forgotten());
    }

    @Test
    void statusSaysThatAVisitIsOver() {
        heart.kept(heart.ready("V-AAAA"));
        heart.clock.pass(Duration.ofHours(2));
        assertThat(answer(talk.says("status V-AAAA"))).contains("ended at 13:00 UTC").doesNotContain(GUEST, SIGN_IN);
    }

    @Test
    void addBringsAColleagueInWhoThenSeesTheVisit() {
        heart.kept(heart.ready("V-AAAA"));
        assertThat(answer(talk.says("add patient-42 nurse.ortiz@example.org")))
                .isEqualTo("nurse.ortiz@example.org is in the space of patient-42 (V-AAAA) now.");
        assertThat(heart.visit("V-AAAA").people()).containsExactly("nurse.ortiz@example.org");
        assertThat(answer(talk.whispers(Conversation.ORTIZ, "status V-AAAA"))).contains(GUEST);
    }

    @Test
    void inviteWritesToOneMoreNumberOnce() {
        heart.kept(heart.ready("V-AAAA"));
        assertThat(answer(talk.says("invite V-AAAA +52 55 1234 5678"))).contains("I am texting +52 ·· ··· ··78",
                "visit's thread");
        assertThat(answer(talk.works())).contains("+52 ·· ··· ··78");
        assertThat(answer(talk.says("invite V-AAAA +525512345678"))).contains("was written to before",
                "`resend V-AAAA`");
        talk.works();
        assertThat(heart.messenger.sent).containsExactly("+525512345678");
    }

    @Test
    void inviteFindsTheNumberAfterALabelThatEndsInDigits() {
        heart.kept(heart.ready("V-AAAA"));
        talk.says("invite patient-42 55 1234 5678 +52");
        talk.says("invite patient-42 (202) 555-0123");
        talk.works();
        assertThat(heart.messenger.sent).containsExactly("+12025550123");
    }

    @Test
    void resendWritesOnceMore() {
        heart.kept(heart.ready("V-AAAA"));
        talk.says("invite V-AAAA +52 55 1234 5678");
        talk.works();
        assertThat(answer(talk.says("resend V-AAAA"))).contains("I am texting +52 ·· ··· ··78");
        talk.works();
        assertThat(heart.messenger.sent).containsExactly("+525512345678", "+525512345678");
    }

    @Test
    void resendSaysThatANumberCannotBeWrittenTo() {
        heart.kept(heart.ready("V-AAAA"));
        talk.says("invite V-AAAA +52 55 1234 5678");
        talk.works();
        heart.texts.optOut(heart.texts.byId.values().iterator().next().to(), true).block();
        assertThat(answer(talk.says("resend V-AAAA"))).isEqualTo("I can't text +52 ·· ··· ··78 for patient-42 (V-AAAA)."
                + " Why stands in the visit's thread; `status V-AAAA` tells it too.");
    }

    @Test
    void resendAsksForANumberWhereThereIsNone() {
        Visit visit = heart.ready("V-AAAA");
        heart.kept(new Visit(visit.id(), visit.origin(), visit.subject(), visit.place(), visit.requester(),
                visit.label(), visit.language(), visit.requestedAt(), visit.until(), visit.people(), visit.devices(),
                null, false, visit.state()));
        assertThat(answer(talk.says("resend V-AAAA"))).contains("`invite V-AAAA +1 202 555 0142`");
    }

    @ParameterizedTest
    @ValueSource(strings = {"invite V-AAAA +52 55 1234 5678", "resend V-AAAA"})
    void saysWhatToDoWhereTextMessagesAreNotSetUp(String text) {
        heart.messenger.configured = false;
        heart.kept(heart.ready("V-AAAA"));
        assertThat(answer(talk.says(text))).contains("not set up", "Copy the guest link");
    }

    @Test
    void ringGivesTheSpaceTheSignInLinkAndTheSpeakerTheOrdinaryOne() {
        heart.kept(heart.ready("V-AAAA"));
        List<Said> answers = talk.says("ring V-AAAA room3@example.rooms.webex.com");
        assertThat(answers).hasSize(2);
        assertThat(answers.getFirst().message().toPersonId()).isEqualTo("lee");
        assertThat(answers.getFirst().words()).contains(HOST);
        assertThat(answers.getLast().words()).contains(SIGN_IN, "room3@example.rooms.webex.com").doesNotContain(HOST);
        assertThat(heart.engine.orders.getLast().devices()).containsExactly("room3@example.rooms.webex.com");
    }

    @Test
    void ringGivesAColleagueNoOrdinaryHostLink() {
        heart.kept(heart.ready("V-AAAA").people(List.of("nurse.ortiz@example.org")));
        assertThat(talk.whispers(Conversation.ORTIZ, "ring V-AAAA room3@example.rooms.webex.com"))
                .allSatisfy(said -> assertThat(said.words()).doesNotContain(HOST).contains(SIGN_IN));
        assertThat(talk.says(Conversation.ORTIZ, "ring V-AAAA room3@example.rooms.webex.com"))
                .allSatisfy(said -> assertThat(said.words()).doesNotContain(HOST));
    }

    @Test
    void cancelStopsWhatWasNotSentTellsWhoWasAndSaysHowLongLinksWork() {
        heart.kept(heart.ready("V-AAAA"));
        talk.says("invite V-AAAA +52 55 1234 5678");
        talk.works();
        talk.says("invite V-AAAA (202) 555-0123");
        assertThat(answer(talk.says("cancel V-AAAA"))).contains("is off", "can't be called back", "13:00 UTC",
                "+52 ·· ··· ··78").doesNotContain("··23");
        talk.works();
        assertThat(heart.messenger.sent).containsExactly("+525512345678", "+525512345678");
        assertThat(heart.texts.byId.values()).extracting(text -> text.purpose() + " " + text.status())
                .containsExactly("INVITE QUEUED", "INVITE CANCELLED", "CANCELLED QUEUED");
        assertThat(answer(talk.says("status V-AAAA"))).contains("+52 ·· ··· ··78: accepted",
                "+52 ·· ··· ··78 that the visit is off: accepted");
    }

    @Test
    void cancelSaidOnceMoreFinishesWhatWasInterruptedAndTellsNobodyTwice() {
        Visit visit = heart.kept(heart.ready("V-AAAA"));
        talk.says("invite V-AAAA +52 55 1234 5678");
        talk.works();
        heart.visits.byId.put("V-AAAA",
                visit.with(
                        new Visit.State.Cancelled(VisitFixtures.MEETING, "dr.lee@example.org", heart.clock.instant())));
        assertThat(answer(talk.says("cancel V-AAAA"))).contains("is off", "13:00 UTC", "+52 ·· ··· ··78");
        talk.says("cancel V-AAAA");
        talk.works();
        assertThat(heart.messenger.sent).containsExactly("+525512345678", "+525512345678");
    }

    @Test
    void cancelOfAVisitThatIsBeingMadeMakesNothing() {
        talk.says("new patient-42 in english");
        assertThat(answer(talk.says("cancel patient-42"))).contains("No links had been made");
        assertThat(talk.works()).isEmpty();
        assertThat(heart.engine.calls).isEmpty();
    }

    @Test
    void whoamiNamesThePersonAndTheClock() {
        assertThat(answer(talk.says("whoami"))).contains("dr.lee@example.org", "this space", "UTC");
        assertThat(answer(talk.whispers(Conversation.LEE, "whoami"))).contains("those you were added to");
    }

    @Test
    void checkShowsEveryCheckWithItsCure() {
        talk.checks(check("Database", Check.Result.ok("Answers.")));
        talk.checks(check("SMS", Check.Result.off("Not set up.", "Set TWILIO_FROM.")));
        talk.checks(check("Webhooks", Check.Result.wrong("One is off.", "Wait a minute.")));
        assertThat(answer(talk.says("check"))).isEqualTo("""
                - ✅ Database: Answers.
                - ➖ SMS: Not set up. → Set TWILIO_FROM.
                - ❌ Webhooks: One is off. → Wait a minute.""");
    }

    @ParameterizedTest
    @ValueSource(strings = {"new patient-7", "help", "list", "check"})
    void refusesAStrangerAloud(String text) {
        for (Person stranger : List.of(Conversation.VENDOR)) {
            assertThat(answer(talk.says(stranger, text))).contains("Please ask the service desk");
        }
        assertThat(heart.drafts.byNonce).isEmpty();
    }

    @Test
    void explainsWhatWentWrongInWords() {
        heart.kept(heart.ready("V-AAAA"));
        heart.engine.trouble = ApiException.of("instant-connect", ApiException.Kind.UNAVAILABLE).status(503).build();
        assertThat(answer(talk.says("ring V-AAAA room3@example.rooms.webex.com"))).contains(
                "Instant Connect does not answer", "try again", "reference: R-");
    }

    @Test
    void saysWhatItWaitsForAndThenShowsTheResult() {
        heart.engine.trouble = ApiException.of("instant-connect", ApiException.Kind.UNAVAILABLE).status(503).build();
        talk.says("new patient-42 in english");
        assertThat(talk.worksAfter(Duration.ofSeconds(5))).singleElement()
                .satisfies(said -> assertThat(said.words()).contains("still waiting"));
        talk.worksAfter(Duration.ofMinutes(1));
        assertThat(talk.webex.edited).singleElement().asString().contains("reference: R-");
        heart.engine.trouble = null;
        assertThat(talk.worksAfter(Duration.ofSeconds(5)).getFirst().words()).contains("Visit ready");
    }

    @Test
    void saysInWordsThatAnOperatorHasToAct() {
        heart.engine.trouble = ApiException.of("instant-connect", ApiException.Kind.MISCONFIGURED).status(401)
                .reference("TRACK_9").build();
        talk.says("new patient-42 in english");
        assertThat(answer(talk.worksAfter(Duration.ofSeconds(1)))).contains("Instant Connect", "`check`", "TRACK_9");
    }

    @Test
    void reportsHowATextMessageWentInTheThread() {
        heart.messenger.answer = new PatientMessenger.Handover("SM1", TextStatus.FAILED, 21614);
        talk.says("new patient-42 +52 55 1234 5678");
        List<Said> answers = talk.works();
        assertThat(answers.getLast().words()).contains("**not delivered**: reason 21614. Call the patient.");
    }

    private static Check check(String name, Check.Result result) {
        return new Check() {
            @Override
            public String name() {
                return name;
            }

            @Override
            public Mono<Result> run() {
                return Mono.just(result);
            }
        };
    }

    private static String answer(List<Said> answers) {
        assertThat(answers).isNotEmpty();
        return answers.getLast().words();
    }
}
