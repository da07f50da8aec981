package io.visitbot.command;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.visitbot.platform.ApiException;
import io.visitbot.platform.ApiException.Kind;
import io.visitbot.visit.Job;
import io.visitbot.visit.PlannedJob;
import io.visitbot.visit.Text;
import io.visitbot.visit.Visit;
import io.visitbot.webex.WebexOnPaper.Said;
import io.visitbot.webhook.EventHandler;

import static org.assertj.core.api.Assertions.assertThat;

/** What people see, what is kept and what is counted while a service is in trouble, and afterwards. */
class UpstreamAwayTests {

    private static final Duration STEP = Duration.ofSeconds(5);

    private final Conversation chat = new Conversation();

    @Test
    void visitsAskedForWhileInstantConnectIsAwayForTenMinutesCompleteWhenItIsBack() {
        chat.heart.engine.trouble = failure("instant-connect", "UNAVAILABLE", 503, true);
        chat.says("new early +1 202 555 0142");
        works(Duration.ofMinutes(3));
        chat.says("new cancelled +1 202 555 0142");
        chat.heart.kept(chat.heart.asked("V-LATE").until(chat.heart.clock.instant().plus(Duration.ofMinutes(5))));
        chat.heart.visits.jobs.add(PlannedJob.of(Job.Kind.OPEN, "V-LATE", chat.heart.clock.instant()));
        works(Duration.ofMinutes(1));
        chat.says("cancel cancelled");
        works(Duration.ofMinutes(6));
        assertThat(lines("⏳ early")).as("one line, brought up to date where it stands").hasSize(1);
        assertThat(chat.webex.edited).filteredOn(edit -> edit.contains("⏳ early")).hasSize(1);
        assertThat(lines("early (")).hasSize(1);

        chat.heart.engine.trouble = null;
        works(Duration.ofMinutes(2));

        assertThat(states()).containsEntry("early", "Ready").containsEntry("cancelled", "Cancelled")
                .containsEntry("patient-42", "Failed");
        assertThat(lines("Visit ready: early")).hasSize(1);
        assertThat(lines("Visit ready: ")).as("of all visits").hasSize(1);
        assertThat(lines("could not get the links in time")).hasSize(1);
        assertThat(lines("⏳")).as("of all visits").hasSizeLessThanOrEqualTo(3);
        assertThat(chat.heart.messenger.sent).containsExactly("+12025550142");
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource(delimiter = '|', textBlock = """
            # Instant Connect | status | what the thread says after ten seconds | tried   | state   | links at last
            UNAVAILABLE       | 503    | has not made the links yet             | again   | Opening | Ready
            UNAVAILABLE       | 0      | has not made the links yet             | again   | Opening | Ready
            LIMITED           | 429    | has not made the links yet             | again   | Opening | Ready
            UNREADABLE        | 200    | has not made the links yet             | again   | Opening | Ready
            REFUSED           | 400    | Instant Connect refuses us             | again   | Opening | Ready
            REFUSED           | 403    | Instant Connect refuses us             | again   | Opening | Ready
            REFUSED           | 409    | Instant Connect refuses us             | again   | Opening | Ready
            MISCONFIGURED     | 401    | Instant Connect refuses us             | again   | Opening | Ready
            GONE              | 404    | Instant Connect refuses us             | again   | Opening | Ready
            """)
    void instantConnectInTrouble(String kind, int status, String words, String tried, String state, String atLast) {
        chat.heart.engine.trouble = failure("instant-connect", kind, status, false);
        chat.says("new ward +1 202 555 0142");
        works(Duration.ofSeconds(10));

        assertThat(lines("⏳ ward")).singleElement().asString().contains("still waiting");
        assertThat(lastWords("⏳ ward")).contains(words);
        assertThat(chat.heart.engine.calls.size() > 1 ? "again" : "once").isEqualTo(tried);
        assertThat(states()).containsEntry("ward", state);
        assertThat(count("visit.visits", "outcome", "ready")).isZero();
        assertThat(chat.heart.messenger.sent).isEmpty();

        chat.heart.engine.trouble = null;
        works(Duration.ofSeconds(10));

        assertThat(states()).containsEntry("ward", atLast);
        assertThat(count("visit.visits", "outcome", "ready")).isEqualTo(1);
        assertThat(chat.heart.messenger.sent).hasSize(1);
    }

    @ParameterizedTest(name = "{0} {1} {2}")
    @CsvSource(delimiter = '|', textBlock = """
            # Twilio      | status | done?   | sent in half a minute | state   | counted | what the thread says
            UNAVAILABLE   | 503    | perhaps | once                  | UNKNOWN | unknown | **unknown** whether it was sent
            UNAVAILABLE   | 0      | perhaps | once                  | UNKNOWN | unknown | **unknown** whether it was sent
            UNREADABLE    | 201    | perhaps | once                  | UNKNOWN | unknown | **unknown** whether it was sent
            UNAVAILABLE   | 0      | no      | again                 | PLANNED | -       | waiting to be sent: the service
            LIMITED       | 429    | no      | again                 | PLANNED | -       | waiting to be sent: the service
            MISCONFIGURED | 401    | no      | again                 | PLANNED | -       | waiting to be sent: the service
            REFUSED       | 400    | no      | again                 | PLANNED | -       | waiting to be sent: the service
            GONE          | 404    | no      | again                 | PLANNED | -       | waiting to be sent: the service
            """)
    void twilioInTrouble(String kind, int status, String done, String tried, String state, String counted,
            String words) {
        chat.heart.messenger.trouble = failure("twilio", kind, status, done.equals("perhaps"));
        chat.says("new ward +1 202 555 0142");
        works(Duration.ofSeconds(30));

        assertThat(chat.heart.messenger.sent.size() > 1 ? "again" : "once").isEqualTo(tried);
        assertThat(chat.heart.texts.byId.values()).singleElement().extracting(Text::status).hasToString(state);
        assertThat(lastWords("Text message to")).contains(words);
        assertThat(lines("Text message to")).as("lines about it").hasSize(1);
        assertThat(count("visit.texts", "status", counted)).isEqualTo(counted.equals("-") ? 0 : 1);

        chat.heart.messenger.trouble = null;
        works(Duration.ofSeconds(10));

        assertThat(lastWords("Text message to")).contains(tried.equals("again") ? "on its way" : "unknown");
    }

    @ParameterizedTest(name = "{0} {1} {2}")
    @CsvSource(delimiter = '|', textBlock = """
            # reading     | status | done?   | the event    | answers when Webex is well
            UNAVAILABLE   | 503    | no      | comes again  | 1
            UNAVAILABLE   | 0      | perhaps | comes again  | 1
            LIMITED       | 429    | no      | comes again  | 1
            LIMITED       | 423    | no      | comes again  | 1
            MISCONFIGURED | 401    | no      | comes again  | 1
            GONE          | 404    | no      | comes again  | 1
            REFUSED       | 400    | no      | comes again  | 1
            UNREADABLE    | 200    | perhaps | comes again  | 1
            REFUSED       | 403    | no      | is done with | 0
            """)
    void webexInTroubleWhileAMessageIsRead(String kind, int status, String done, String event, int answers) {
        chat.says("whoami");
        chat.webex.troubleWithReading = failure("webex", kind, status, done.equals("perhaps"));
        assertThat(whatBecomesOfTheEvent()).isEqualTo(event);
        assertThat(chat.webex.said).hasSize(1);

        chat.webex.troubleWithReading = null;

        assertThat(answersWhenItComesAgain(event)).isEqualTo(answers);
    }

    @ParameterizedTest(name = "{0} {1} {2}")
    @CsvSource(delimiter = '|', textBlock = """
            # posting     | status | done?   | the event    | answers when Webex is well
            UNAVAILABLE   | 503    | perhaps | comes again  | 1
            UNAVAILABLE   | 0      | no      | comes again  | 1
            LIMITED       | 429    | no      | comes again  | 1
            LIMITED       | 423    | no      | comes again  | 1
            MISCONFIGURED | 401    | no      | comes again  | 1
            UNAVAILABLE   | 0      | perhaps | comes again  | 1
            UNREADABLE    | 200    | perhaps | is done with | 0
            REFUSED       | 400    | no      | is done with | 0
            REFUSED       | 403    | no      | is done with | 0
            REFUSED       | 409    | no      | is done with | 0
            GONE          | 404    | no      | is done with | 0
            """)
    void webexInTroubleWhileAnAnswerIsPosted(String kind, int status, String done, String event, int answers) {
        chat.webex.troubleWithPosting = _ -> failure("webex", kind, status, done.equals("perhaps"));
        assertThat(whatBecomesOfTheEvent()).isEqualTo(event);

        chat.webex.troubleWithPosting = _ -> null;

        assertThat(answersWhenItComesAgain(event)).isEqualTo(answers);
    }

    private String whatBecomesOfTheEvent() {
        try {
            chat.says("whoami");
            return "is done with";
        } catch (ApiException | EventHandler.Interrupted failure) {
            return "comes again";
        }
    }

    private int answersWhenItComesAgain(String event) {
        return event.equals("comes again") ? chat.says("whoami").size() : 0;
    }

    private void works(Duration time) {
        for (long step = 0; step < time.dividedBy(STEP); step++) {
            chat.worksAfter(STEP);
        }
    }

    private Map<String, String> states() {
        return chat.heart.visits.byId.values().stream().collect(
                Collectors.toMap(Visit::label, visit -> visit.state().getClass().getSimpleName()));
    }

    private List<String> lines(String words) {
        return chat.webex.said.stream().filter(said -> !said.isPrivate()).map(Said::words)
                .filter(said -> said.contains(words)).toList();
    }

    private String lastWords(String words) {
        return chat.webex.edited.stream().filter(edit -> edit.contains(words)).reduce((_, last) -> last)
                .orElseGet(() -> lines(words).getLast());
    }

    private double count(String name, String tag, String value) {
        return chat.heart.meters.counter(name, tag, value).count();
    }

    private static ApiException failure(String api, String kind, int status, boolean perhaps) {
        ApiException.Builder failure = ApiException.of(api, Kind.valueOf(kind)).status(status);
        return perhaps ? failure.build() : failure.notProcessed().build();
    }
}
