package io.visitbot.bot;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Locale;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

class CommandTextTests {

    private static final String UUID = "1a2b3c4d-0000-4000-8000-00000000b071";
    private static final String BOT = id("us", UUID);
    private static final String OTHER = id("us", "9f9f9f9f-0000-4000-8000-000000000001");

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
            "<p>%s new patient-42</p> | new patient-42",
            "%s new patient-42 | new patient-42",
            "<p>new %s patient-42</p> | new patient-42",
            "<p>new patient-42 %s</p> | new patient-42",
            "<p>new patient-42. %s</p> | new patient-42",
            "<p>new patient-42 %s.</p> | new patient-42",
            "<p>%s, help</p> | help",
            "<p>%s: help!</p> | help",
            "<p>%s</p> | ``",
            "<p>%s</p><p>new</p><p>patient-42</p> | new patient-42",
            "%s new<br>patient-42<br/> | new patient-42",
            "%s&nbsp;new&nbsp;&nbsp;a &amp; b | new a & b",
            "%s new a&lt;b | new a<b",
            "%s <b>new</b> <i>patient</i>-42 | new patient-42",
            "<ul><li>%s new</li><li>a</li></ul> | new a",
            "%s new a with <a href=\"mailto:dr.lee@example.org\">dr.lee@example.org</a>. | new a with dr.lee@example.org",
            "%s add a <a href=\"mailto:dr.lee@example.org?subject=x\">Dr. Lee</a> | add a dr.lee@example.org",
            "%s ring a <a href=\"sip:room3@example.org\">Room 3</a> | ring a room3@example.org",
            "%s status <a href=\"https://example.org\">example.org</a> | status example.org",
            "%s status visit 7 | status visit 7",
            "%s %s help | help"})
    void mentionGoesByItsMarkup(String html, String line) {
        assertThat(group("Visit " + line, html.replace("%s", mention(BOT)))).isEqualTo(line);
    }

    @Test
    void mentionIsKnownByItsBareUuidAndFromAnotherCluster() {
        assertThat(group("", mention(UUID) + " help")).isEqualTo("help");
        assertThat(group("", mention(UUID.toUpperCase(Locale.ROOT)) + " help")).isEqualTo("help");
        assertThat(group("", mention(id("urn:TEAM:eu-central-1_k", UUID)) + " help")).isEqualTo("help");
    }

    @Test
    void mentionsOfOthersKeepTheirText() {
        String lee = "<spark-mention data-object-type=\"person\" data-object-id=\"" + OTHER
                + "\">Dr. Lee</spark-mention>";
        assertThat(group("", mention(BOT) + " add patient-42 " + lee)).isEqualTo("add patient-42 Dr. Lee");
        assertThat(group("",
                "<spark-mention data-object-type=\"groupMention\" data-group-type=\"all\">All</spark-mention> "
                        + mention(BOT) + " list"))
                .isEqualTo("All list");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
            "Visit new patient-42 | new patient-42",
            "@visit new patient-42 | new patient-42",
            "VISIT: new patient-42 | new patient-42",
            "Visit Bot new patient-42 | new patient-42",
            "new patient-42 @Visit | new patient-42",
            "new @Visit patient-42 | new patient-42",
            "help visit. | help",
            "new visit-42 Visit | new visit-42",
            "add a visit@example.org Visit | add a visit@example.org",
            "Visit status visit | status visit",
            "Visit | ``",
            "revisit help | revisit help"})
    void withoutMarkupTheNameGoesOnce(String text, String line) {
        assertThat(group(text, null)).isEqualTo(line);
        assertThat(group(text, "<p>" + text + "</p>")).isEqualTo(line);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {"new patient-42 | new patient-42",
            "@Visit help | help", "visit help | help", "status visit | status visit", "/help | help",
            "  LIST  | LIST", "? | ?", "?! | ?", "... | ``"})
    void oneToOneNeedsNoMentionAndLosesNoneInTheMiddle(String text, String line) {
        assertThat(CommandText.of(text, null, BOT, "Visit", true)).isEqualTo(line);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
            "new “bed 4” | new \"bed 4\"", "new «bed 4» | new \"bed 4\"", "new ‘bed’ | new 'bed'",
            "new patient–42 | new patient-42", "new patient—42 | new patient-42", "new patient‑42 | new patient-42",
            "add a dr.lee@example.org. | add a dr.lee@example.org", "status V-7F3K… | status V-7F3K",
            "new a +1 202.555.0142. | new a +1 202.555.0142", "new O’Brien | new O'Brien"})
    void curlyQuotesLongDashesAndAFullStopAreTolerated(String text, String line) {
        assertThat(CommandText.of(text, null, BOT, "Visit", true)).isEqualTo(line);
    }

    @Test
    void oddBlanksAndInvisibleCharactersAreTolerated() {
        assertThat(group("\u200bVisit\u00a0\u2003new\t\u202fpa\u200btient-42\ufeff\r\n", null))
                .isEqualTo("new patient-42");
        assertThat(group("\u200fVisit help\u200e", null)).isEqualTo("help");
        assertThat(group("Visit new espan\u0303ol", null)).isEqualTo("new español");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "Visit (Beta)", "V*i[s]+t", "Vísit", "\u200b"})
    void anyDisplayNameWillDo(String name) {
        assertThat(CommandText.of(name + " help", null, BOT, name, false)).isEqualTo("help");
        assertThat(CommandText.of("help", "<p>help</p>", "", name, false)).isEqualTo("help");
    }

    static Stream<String> nasty() {
        return Stream.of("a".repeat(10_000), " ".repeat(10_000), "\"".repeat(10_000), "'a ".repeat(3_333),
                "Visit ".repeat(1_700), "@".repeat(10_000), ".,;:".repeat(2_500), "<".repeat(10_000),
                "<p>".repeat(3_000), "<spark-mention>".repeat(700), "&".repeat(10_000), "🦊".repeat(5_000),
                "\u202e\u05d0\u05d1\u05d2 visit", "\ud83e", "a\u0301".repeat(5_000), "1 ".repeat(5_000),
                "+".repeat(10_000), "\u0000\u0001\u0002", "<a href=\"mailto:\">x</a>", "<a href=\":\">x</a>",
                "<!--", "]]>", "%s%n%x", "\\Q\\E");
    }

    @ParameterizedTest
    @MethodSource("nasty")
    void neverFailsNorTakesLong(String text) {
        assertTimeoutPreemptively(Duration.ofSeconds(3), () -> {
            assertThatCode(() -> CommandLine.of(group(text, null))).doesNotThrowAnyException();
            assertThatCode(() -> CommandLine.of(group(text, text))).doesNotThrowAnyException();
            assertThatCode(() -> CommandText.of(text, text, text, text, true)).doesNotThrowAnyException();
        });
    }

    private static String group(String text, @Nullable String html) {
        return CommandText.of(text, html, BOT, "Visit Bot", false);
    }

    private static String mention(String id) {
        return "<spark-mention data-object-type=\"person\" data-object-id=\"" + id + "\">Visit</spark-mention>";
    }

    private static String id(String cluster, String uuid) {
        return Base64.getUrlEncoder().withoutPadding()
                .encodeToString(("ciscospark://" + cluster + "/PEOPLE/" + uuid).getBytes(StandardCharsets.UTF_8));
    }
}
