package io.visitbot.notice;

import java.util.Objects;

import org.junit.jupiter.api.Test;
import reactor.test.StepVerifier;

import io.visitbot.bot.Bots;
import io.visitbot.bot.Chat;
import io.visitbot.bot.Spot;
import io.visitbot.platform.ApiException;
import io.visitbot.visit.Notices.Notice;
import io.visitbot.visit.VisitFixtures;
import io.visitbot.webex.WebexOnPaper;
import io.visitbot.webex.WebexOnPaper.Said;

import static org.assertj.core.api.Assertions.assertThat;

class BoardTests {

    private static final Spot THREAD = new Spot("ward", "root", false);

    private final VisitFixtures heart = new VisitFixtures();
    private final WebexOnPaper webex = new WebexOnPaper();
    private final Chat chat = Bots.chat(webex);
    private final Board board = new Board(chat, heart.notices);

    @Test
    void saysItOnce() {
        once("ready").expectNext(true).verifyComplete();
        once("ready").expectNext(false).verifyComplete();
        assertThat(webex.said).extracting(Said::words).containsExactly("ready");
        assertThat(notice()).isEqualTo(new Notice("V-AAAA", "topic", "said-1", 0, "shown"));
    }

    @Test
    void saysThatItMayRepeatItselfWhenItWasInterrupted() {
        StepVerifier.create(heart.notices.begin("V-AAAA", "topic")).expectNextCount(1).verifyComplete();
        once("ready").expectNext(true).verifyComplete();
        assertThat(webex.said).singleElement().satisfies(
                said -> assertThat(said.words()).startsWith("_(I was interrupted").endsWith("ready"));
    }

    @Test
    void saysThatItMayRepeatItselfWhenNobodyKnowsWhetherItWasSaid() {
        webex.troubleWithPosting = _ -> WebexOnPaper.failure(ApiException.Kind.UNAVAILABLE, 502);
        once("ready").verifyError(ApiException.class);
        webex.troubleWithPosting = _ -> null;
        once("ready").expectNext(true).verifyComplete();
        assertThat(webex.said).singleElement()
                .satisfies(said -> assertThat(said.words())
                        .isEqualTo("_(I was interrupted: this may repeat what stands above.)_\n\nready"));
    }

    @Test
    void repeatsItselfOnceAtMostWhenNobodyEverKnows() {
        int[] tries = new int[1];
        webex.troubleWithPosting = _ -> {
            tries[0]++;
            return WebexOnPaper.failure(ApiException.Kind.UNAVAILABLE, 502);
        };
        once("ready").verifyError(ApiException.class);
        once("ready").verifyError(ApiException.class);
        once("ready").expectNext(false).verifyComplete();
        assertThat(tries[0]).isEqualTo(2);
    }

    @Test
    void takesBackWhatIsKnownNotToHaveBeenSaid() {
        webex.troubleWithPosting = _ -> WebexOnPaper.failure(ApiException.Kind.LIMITED, 429);
        once("ready").verifyError(ApiException.class);
        assertThat(heart.notices.byTopic).isEmpty();
        webex.troubleWithPosting = _ -> null;
        once("ready").expectNext(true).verifyComplete();
        assertThat(webex.said).extracting(Said::words).containsExactly("ready");
    }

    @Test
    void changesWhereItStands() {
        upToDate("queued");
        upToDate("delivered");
        assertThat(webex.said).extracting(Said::words).containsExactly("queued");
        assertThat(webex.edited).containsExactly("said-1: delivered");
        assertThat(notice().edits()).isEqualTo(1);
    }

    @Test
    void leavesAloneWhatStandsThere() {
        upToDate("queued");
        upToDate("queued");
        assertThat(webex.edited).isEmpty();
        assertThat(webex.said).hasSize(1);
    }

    @Test
    void saysItAnewAfterTenEdits() {
        for (int state = 0; state <= 11; state++) {
            upToDate("state " + state);
        }
        assertThat(webex.edited).hasSize(10);
        assertThat(webex.said).extracting(Said::words).containsExactly("state 0", "state 11");
        assertThat(notice().message()).isEqualTo("said-2");
        assertThat(notice().edits()).isZero();
    }

    @Test
    void saysItAnewWhereTheEditIsRefused() {
        upToDate("queued");
        webex.troubleWithEditing = WebexOnPaper.failure(ApiException.Kind.REFUSED, 400);
        upToDate("delivered");
        assertThat(webex.said).extracting(Said::words).containsExactly("queued", "delivered");
    }

    @Test
    void triesTheEditAgainLaterWhenWebexIsAway() {
        upToDate("queued");
        webex.troubleWithEditing = WebexOnPaper.failure(ApiException.Kind.UNAVAILABLE, 503);
        StepVerifier.create(board.upToDate(THREAD, "V-AAAA", "topic", "delivered", "delivered"))
                .verifyError(ApiException.class);
        assertThat(notice().shown()).isEqualTo("queued");
        assertThat(webex.said).hasSize(1);
    }

    private StepVerifier.FirstStep<Boolean> once(String words) {
        return StepVerifier
                .create(board.once("V-AAAA", "topic", "shown", chat.say(THREAD, words)));
    }

    private void upToDate(String words) {
        StepVerifier.create(board.upToDate(THREAD, "V-AAAA", "topic", words, words)).verifyComplete();
    }

    private Notice notice() {
        return Objects.requireNonNull(heart.notices.byTopic.get("V-AAAA topic"));
    }
}
