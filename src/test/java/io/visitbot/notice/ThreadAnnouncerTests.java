package io.visitbot.notice;

import java.time.Duration;
import java.util.List;
import java.util.Objects;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

import io.visitbot.bot.Bots;
import io.visitbot.platform.ApiException;
import io.visitbot.visit.Admission;
import io.visitbot.visit.Announcer;
import io.visitbot.visit.Delay;
import io.visitbot.visit.Draft;
import io.visitbot.visit.Meeting;
import io.visitbot.visit.Place;
import io.visitbot.visit.Text;
import io.visitbot.visit.TextStatus;
import io.visitbot.visit.Visit;
import io.visitbot.visit.VisitFixtures;
import io.visitbot.webex.WebexOnPaper;
import io.visitbot.webex.WebexOnPaper.Said;

import static org.assertj.core.api.Assertions.assertThat;

class ThreadAnnouncerTests {

    private static final Place DIRECT = new Place("with-lee", "root", true);
    private static final String ORDINARY = VisitFixtures.MEETING.hostLink();
    private static final String SIGN_IN = VisitFixtures.MEETING.hostLoginLink();

    private final VisitFixtures heart = new VisitFixtures();
    private final WebexOnPaper webex = new WebexOnPaper();
    private final Announcer announcer = Announcers.announcer(Bots.chat(webex), heart, false);

    @Test
    void showsAGroupTheSignInLinkAndTellsTheOrdinaryOneToTheRequesterAlone() {
        done(announcer.ready(heart.ready("V-AAAA")));
        assertThat(webex.said).hasSize(2);
        Said shared = webex.said.getFirst();
        assertThat(shared.message().roomId()).isEqualTo("space");
        assertThat(shared.message().parentId()).isEqualTo("root");
        assertThat(everything(shared)).contains(SIGN_IN).doesNotContain(ORDINARY);
        Said whispered = webex.said.getLast();
        assertThat(whispered.message().toPersonId()).isEqualTo("lee");
        assertThat(whispered.words()).contains(ORDINARY).contains("V-AAAA");
    }

    @Test
    void showsBothOneToOne() {
        done(announcer.ready(at(DIRECT, heart.ready("V-AAAA"))));
        assertThat(webex.said).singleElement()
                .satisfies(said -> assertThat(everything(said)).contains(SIGN_IN).contains(ORDINARY));
    }

    @Test
    void showsAGroupTheOrdinaryLinkWhereTheSettingAllowsIt() {
        done(Announcers.announcer(Bots.chat(webex), heart, true).ready(heart.ready("V-AAAA")));
        assertThat(webex.said).singleElement().satisfies(said -> assertThat(everything(said)).contains(ORDINARY));
    }

    @Test
    void standsWhereTheOneToOneMessageIsRefused() {
        webex.troubleWithPosting = message -> message.toPersonId() == null
                ? null
                : WebexOnPaper.failure(ApiException.Kind.REFUSED, 403);
        done(announcer.ready(heart.ready("V-AAAA")));
        assertThat(webex.said).hasSize(1);
    }

    @Test
    void hasHostGuestAndSipOnLinesOfTheirOwnForClientsWithoutCards() {
        done(announcer.ready(heart.ready("V-AAAA")));
        List<String> lines = webex.said.getFirst().words().lines().map(String::strip).toList();
        assertThat(lines).anyMatch(line -> line.startsWith("Host: ") && line.contains(SIGN_IN))
                .contains("Guest: " + VisitFixtures.MEETING.guestLink(), "SIP: 27711112222@example.webex.com",
                        "Meeting number: 27711112222", "Links live until: 13:00 UTC")
                .anyMatch(line -> line.startsWith("Text message: on its way to +1 ·· ··· ··42"));
        assertThat(webex.said.getFirst().message().card()).contains("sip:27711112222@example.webex.com");
    }

    @Test
    void showsTheNumberNowhere() {
        Visit visit = heart.ready("V-AAAA");
        done(announcer.ready(visit));
        done(announcer.show(visit, visit.place(), "**patient-42**", false));
        for (TextStatus status : TextStatus.values()) {
            done(announcer.text(visit, text(visit, status)));
        }
        assertThat(webex.said).extracting(ThreadAnnouncerTests::everything)
                .noneMatch(words -> words.replaceAll("[ ().-]", "").contains("2025550142"));
        assertThat(String.join(" ", webex.edited)).doesNotContain("2025550142");
    }

    @Test
    void showsTheResultOnceHoweverOftenItIsReady() {
        done(announcer.ready(heart.ready("V-AAAA")));
        done(announcer.ready(heart.ready("V-AAAA")));
        assertThat(webex.said).hasSize(2);
    }

    @Test
    void namesAnotherOpenVisitOfTheSameLabel() {
        heart.kept(heart.ready("V-BBBB"));
        Visit visit = heart.kept(heart.ready("V-AAAA"));
        done(announcer.ready(visit));
        assertThat(webex.said.getFirst().words()).contains("another open visit of that name (V-BBBB)");
    }

    @Test
    void takesTheFormAwayAfterTheResultStands() {
        heart.drafts.byNonce.put("n", new Draft("n", "subject", VisitFixtures.SPACE, VisitFixtures.LEE, "patient-42",
                VisitFixtures.NOON, "card", null));
        Visit visit = heart.ready("V-AAAA");
        Visit ofForm = new Visit(visit.id(), "form:n", visit.subject(), visit.place(), visit.requester(),
                visit.label(), visit.language(), visit.requestedAt(), visit.until(), visit.people(), visit.devices(),
                null, false, visit.state());
        webex.troubleWithPosting = _ -> WebexOnPaper.failure(ApiException.Kind.LIMITED, 429);
        StepVerifier.create(announcer.ready(ofForm)).verifyError(ApiException.class);
        assertThat(webex.deleted).isEmpty();
        webex.troubleWithPosting = _ -> null;
        done(announcer.ready(ofForm));
        assertThat(webex.deleted).containsExactly("card");
    }

    @Test
    void showsNoDeadLinksWhenTheSpaceCouldNotBeReachedInTime() {
        Visit visit = heart.ready("V-AAAA");
        heart.clock.pass(Duration.ofHours(1));
        done(announcer.ready(visit));
        assertThat(webex.said).singleElement().satisfies(said -> assertThat(everything(said)).contains("Say `new`")
                .doesNotContain(SIGN_IN, ORDINARY, VisitFixtures.MEETING.guestLink()));
    }

    @Test
    void saysWhatIsWaitedForAndAddsAReferenceToTheSameLine() {
        Visit visit = heart.asked("V-AAAA");
        done(announcer.waiting(visit, Delay.SLOW, ""));
        done(announcer.waiting(visit, Delay.SLOW, "R-ABCDEF"));
        assertThat(webex.said).singleElement()
                .satisfies(said -> assertThat(said.words()).contains("Instant Connect has not made the links yet"));
        assertThat(webex.edited).singleElement().asString().startsWith("said-1: ").contains("R-ABCDEF");
    }

    @Test
    void neverTakesBackWhatItSaidOfADelay() {
        Visit visit = heart.asked("V-AAAA");
        done(announcer.waiting(visit, Delay.REFUSED, ""));
        done(announcer.waiting(visit, Delay.SLOW, ""));
        done(announcer.waiting(visit, Delay.SLOW, "R-ABCDEF"));
        for (int minute = 0; minute < 15; minute++) {
            done(announcer.waiting(visit, Delay.REFUSED, minute % 2 == 0 ? "" : "R-" + minute));
        }
        assertThat(webex.said).singleElement().satisfies(said -> assertThat(said.words()).contains("refuses us"));
        assertThat(webex.edited).singleElement().asString().contains("refuses us").contains("R-ABCDEF");
    }

    @Test
    void saysOnceThatItGaveUpAndWhatToDo() {
        Visit visit = heart.asked("V-AAAA");
        done(announcer.failed(visit, "R-ABCDEF"));
        done(announcer.failed(visit, "R-ABCDEF"));
        assertThat(webex.said).singleElement()
                .satisfies(said -> assertThat(said.words()).contains("Say `new`").contains("R-ABCDEF"));
    }

    @ParameterizedTest
    @EnumSource(TextStatus.class)
    void keepsOneLineAboutATextMessageUpToDate(TextStatus status) {
        Visit visit = heart.ready("V-AAAA");
        done(announcer.text(visit, text(visit, TextStatus.PLANNED)));
        done(announcer.text(visit, text(visit, status)));
        assertThat(webex.said).singleElement()
                .satisfies(said -> assertThat(said.message().parentId()).isEqualTo("root"));
        assertThat(webex.edited).hasSize(status == TextStatus.PLANNED ? 0 : 1);
    }

    @Test
    void saysAgainWhereAsked() {
        Visit visit = heart.ready("V-AAAA");
        done(announcer.show(visit, DIRECT, "**again**", false));
        done(announcer.show(visit, DIRECT, "**again**", true));
        assertThat(webex.said).hasSize(2).allMatch(said -> "with-lee".equals(said.message().roomId()));
        assertThat(webex.said.getFirst().words()).startsWith("**again**").contains(SIGN_IN).doesNotContain(ORDINARY);
        assertThat(webex.said.getLast().words()).contains(ORDINARY);
    }

    @Test
    void saysWhatCouldNotBeHad() {
        Meeting bare = new Meeting(ORDINARY, SIGN_IN, VisitFixtures.MEETING.guestLink(), null, null, null);
        Visit visit = heart.asked("V-AAAA").with(new Visit.State.Ready(bare,
                List.of(new Admission("dr.kim@example.org", Admission.Outcome.REFUSED, "not let in"),
                        new Admission("nurse.ortiz@example.org", Admission.Outcome.ADDED, null)),
                VisitFixtures.NOON));
        done(announcer.ready(visit));
        assertThat(webex.said.getFirst().words()).contains("SIP: not known").contains("ring V-AAAA")
                .contains("dr.kim@example.org (could not be added: not let in)").contains("nurse.ortiz@example.org")
                .contains("space could not be opened");
    }

    private Text text(Visit visit, TextStatus status) {
        return new Text("t1", visit.id(), VisitFixtures.PATIENT, Text.Purpose.INVITE, 0, "body", status, null, 30003,
                heart.clock.instant(), heart.clock.instant());
    }

    private static Visit at(Place place, Visit visit) {
        return new Visit(visit.id(), visit.origin(), visit.subject(), place, visit.requester(), visit.label(),
                visit.language(), visit.requestedAt(), visit.until(), visit.people(), visit.devices(), visit.phone(),
                visit.sendText(), visit.state());
    }

    private static String everything(Said said) {
        return said.words() + Objects.requireNonNullElse(said.message().card(), "");
    }

    private static void done(Mono<Void> saying) {
        StepVerifier.create(saying).verifyComplete();
    }
}
