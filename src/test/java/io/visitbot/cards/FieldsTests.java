package io.visitbot.cards;

import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.visitbot.platform.PhoneNumber;

import static org.assertj.core.api.Assertions.assertThat;

class FieldsTests {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
            "patient-42 | patient-42",
            "  patient \t 42 | patient 42",
            "**bold** <b>x</b> | bold b x /b",
            "[click](https://evil.example) | click (https evil.example)",
            "<@all> look | @all look",
            "a_b _c_ | a_b c",
            "# heading | heading",
            "- item | item",
            "O'Brien 7 | O'Brien 7",
            "visit 2026-11-22 | visit 2026-11-22",
            "bed 4, room 12-3 | bed 4, room 12-3",
            "sala ñandú | sala ñandú",
            "🦊 | 🦊"})
    void labelIsMadeHarmless(String typed, String label) {
        assertThat(Fields.label(typed, Cards.NUMBERS)).isEqualTo(new Field.Good<>(label));
    }

    @Test
    void labelLosesInvisibleCharacters() {
        assertThat(Fields.label("pa\u200btient\u202e-\u000042", Cards.NUMBERS))
                .isEqualTo(new Field.Good<>("patient- 42"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "   ", "***", "\u200b", "...", "()"})
    void emptyLabelIsRefused(String typed) {
        assertThat(Fields.label(typed, Cards.NUMBERS).problem()).hasValueSatisfying(s -> assertThat(s).contains("42"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"+1 202 555 0142", "2025550142", "(202) 555-0142", "555 0142", "+525512345678",
            "Ann 202-555-0142", "patient-42 2025550142", "２０２５５５０１４２", "٢٠٢٥٥٥٠١٤٢", "mobile +52 55 1234 5678 ok"})
    void labelThatIsAPhoneNumberIsRefusedWithoutRepeatingIt(String typed) {
        assertThat(Fields.label(typed, Cards.NUMBERS).problem())
                .hasValueSatisfying(s -> assertThat(s).contains("phone number").doesNotContainPattern("\\d"));
    }

    @Test
    void labelHasAtMostSixtyCharacters() {
        assertThat(Fields.label("🦊".repeat(60), Cards.NUMBERS).found()).isPresent();
        assertThat(Fields.label("a".repeat(61), Cards.NUMBERS).problem()).isPresent();
        assertThat(Fields.label("a".repeat(10_000), Cards.NUMBERS).problem()).isPresent();
    }

    @ParameterizedTest
    @CsvSource({"+52 55 1234 5678,+525512345678", "(202) 555-0142,+12025550142", "202.555.0142,+12025550142",
            "+1-202-555-0142,+12025550142", "２０２５５５０１４２,+12025550142", "+1\u00a0202\u00a0555\u00a00142,+12025550142"})
    void phoneIsReadAsPeopleWriteIt(String typed, String e164) {
        assertThat(Fields.phone(typed, Cards.NUMBERS).found().orElseThrow().map(PhoneNumber::e164)).contains(e164);
    }

    @ParameterizedTest
    @ValueSource(strings = {"12", "call me", "1-800-FLOWERS", "+1 202 555 0142 or so", "+999999", "+", "202555014"})
    void otherPhonesAreRefusedWithoutRepeatingThem(String typed) {
        assertThat(Fields.phone(typed, Cards.NUMBERS).problem())
                .hasValueSatisfying(s -> assertThat(s).contains("country code").doesNotContain(typed + " is"));
    }

    @Test
    void emptyMeansNotGiven() {
        assertThat(Fields.phone(" ", Cards.NUMBERS).found().orElseThrow()).isEmpty();
        assertThat(Fields.device(" ").found().orElseThrow()).isEmpty();
        assertThat(Fields.duration(" ", Cards.LIMITS).found().orElseThrow()).isEmpty();
        assertThat(Fields.people(" , ;").found().orElseThrow()).isEmpty();
        assertThat(Fields.language("", List.of("en", "es")).found()).contains("en");
    }

    @Test
    void peopleAreLowerCasedAndCountedOnce() {
        assertThat(Fields
                .people("Dr.Lee@Example.org, dr.lee@example.org;a+b@x.example and <c@x.example>\nmailto:d@x.example")
                .found()).contains(List.of("dr.lee@example.org", "a+b@x.example", "c@x.example", "d@x.example"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"dr.lee", "@example.org", "a@b", "a@@b.org", "a@b..org", "a@-b.org", ".a@b.org", "a.@b.org",
            "a..b@c.org", "a@b.org.", "ñ@example.org", "a@exa_mple.org", "\"a b\"@c.org", "a@b@c.org"})
    void whatIsNoAddressIsNamed(String typed) {
        assertThat(Fields.people("ok@example.org, " + typed).problem())
                .hasValueSatisfying(s -> assertThat(s).contains("is not one"));
    }

    @Test
    void phoneAmongPeopleIsNotRepeated() {
        assertThat(Fields.people("+12025550142").problem())
                .hasValueSatisfying(s -> assertThat(s).contains("a number is not one").doesNotContain("0142"));
    }

    @Test
    void tenPeopleAreEnough() {
        assertThat(Fields.people(people(10)).found().orElseThrow()).hasSize(10);
        assertThat(Fields.people(people(11)).problem()).hasValueSatisfying(s -> assertThat(s).contains("10", "11"));
    }

    @ParameterizedTest
    @CsvSource({"room3@example.rooms.webex.com,room3@example.rooms.webex.com",
            "sip:Room3@Example.rooms.webex.com,room3@example.rooms.webex.com",
            "SIPS:12345@example.org:5061,12345@example.org:5061", "<sip:a@b.org>,a@b.org"})
    void deviceIsABareAddress(String typed, String address) {
        assertThat(Fields.device(typed).found().orElseThrow()).contains(address);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Room 3", "room3", "https://example.org", "a@b", "a b@example.org", "a@example.org;x=y"})
    void otherDevicesAreRefused(String typed) {
        assertThat(Fields.device(typed).problem()).hasValueSatisfying(s -> assertThat(s).contains("SIP address"));
    }

    @Test
    void durationStaysWithinItsBounds() {
        assertThat(Fields.duration("300", Cards.LIMITS).found().orElseThrow()).contains(Duration.ofMinutes(5));
        assertThat(Fields.duration("86400", Cards.LIMITS).found().orElseThrow()).contains(Duration.ofHours(24));
        for (String wrong : List.of("299", "86401", "-1", "1h", "9".repeat(50), "3600.0")) {
            assertThat(Fields.duration(wrong, Cards.LIMITS).problem())
                    .contains("The links can live from 5 minutes to 24 hours.");
        }
    }

    @Test
    void languageIsOneOfThose() {
        assertThat(Fields.language("ES ", List.of("en", "es")).found()).contains("es");
        assertThat(Fields.language("tlh", List.of("en", "es")).problem()).isPresent();
    }

    private static String people(int count) {
        return IntStream.range(0, count).mapToObj(i -> "p" + i + "@example.org").collect(Collectors.joining(","));
    }
}
