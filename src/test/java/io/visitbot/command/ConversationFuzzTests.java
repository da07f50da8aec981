package io.visitbot.command;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.quicktheories.core.Gen;
import org.slf4j.LoggerFactory;

import io.visitbot.bot.CommandLine;
import io.visitbot.platform.Generated;
import io.visitbot.platform.PhoneNumbers;
import io.visitbot.visit.VisitFixtures;
import io.visitbot.webex.Message;
import io.visitbot.webex.RoomType;

import static org.assertj.core.api.Assertions.assertThat;

class ConversationFuzzTests {

    private static final Gen<String> WORDS = Generated.text(Generated.pieces());
    private static final String MENTION = "<spark-mention data-object-type=\"person\" data-object-id=\"bot\">Visit</spark-mention>";
    private static final Gen<String> MARKUP = Generated.text(Generated.pieces(MENTION, "<spark-mention ",
            "data-object-id=", "<blockquote>", "<div>", "<br/>", "<!--", "-->", "<code>"));
    private static final int FRESH = 100;

    private static final Logger LOG = (Logger) LoggerFactory.getLogger("io.visitbot.bot");

    private Conversation talk = new Conversation();
    private int inputs;

    @BeforeAll
    static void keepQuiet() {
        LOG.setLevel(Level.ERROR);
    }

    @AfterAll
    static void speakAgain() {
        LOG.setLevel(null);
    }

    @Test
    void everyLineIsReadOrRefusedInWords() {
        PhoneNumbers numbers = new PhoneNumbers("US");
        Generated.each(WORDS, line -> {
            CommandLine read = CommandLine.of(line);
            NewArguments arguments = NewArguments.parse(read.rest(), numbers);
            if (arguments instanceof NewArguments.Invalid invalid) {
                assertThat(invalid.sentences()).isNotEmpty().allSatisfy(sentence -> assertThat(sentence).isNotBlank());
            }
        });
    }

    @Test
    void everyMessageIsAnsweredOrPassedOver() {
        Generated.each(WORDS, MARKUP, (text, html) -> {
            Conversation fresh = talk();
            fresh.hears(new Message("m-" + inputs, null, "space", inputs % 2 == 0 ? RoomType.GROUP : RoomType.DIRECT,
                    text, inputs % 3 == 0 ? null : MENTION + html, "lee", "dr.lee@example.org", List.of("bot"),
                    VisitFixtures.NOON, null));
            assertThat(fresh.webex.said).noneMatch(said -> said.words().contains("went wrong on my side"));
        });
    }

    @Test
    void everyFormIsTakenOrComesBack() {
        Generated.each(WORDS, WORDS, (one, other) -> {
            Conversation fresh = talk();
            fresh.says("new patient-42");
            String nonce = fresh.heart.drafts.byNonce.keySet().iterator().next();
            Map<String, String> typed = new HashMap<>(Map.of("action", "visit.start", "nonce", nonce, "label", one,
                    "phone", other, "people", one, "device", other));
            typed.putAll(Map.of("language", one.length() > 9 ? "es" : one, "duration", other, "send", one));
            fresh.submits(Conversation.LEE, "card", typed);
            assertThat(fresh.webex.said).noneMatch(said -> said.words().contains("went wrong on my side"));
            fresh.heart.drafts.byNonce.clear();
        });
    }

    /** Another one now and then, so that what is remembered stays small. */
    private Conversation talk() {
        talk = ++inputs % FRESH == 0 ? new Conversation() : talk;
        return talk;
    }
}
