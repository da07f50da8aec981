package io.visitbot.command;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

import io.visitbot.bot.CommandLine;
import io.visitbot.platform.PhoneNumber;
import io.visitbot.platform.PhoneNumbers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

class NewArgumentsTests {

    private static final PhoneNumbers NUMBERS = new PhoneNumbers("US");

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
            "patient-42 | patient-42 | | | |",
            "patient 42 | patient 42 | | | |",
            "42 | 42 | | | |",
            "\"bed 4 in room 2\" | bed 4 in room 2 | | | |",
            "patient in bed 4 | patient in bed 4 | | | |",
            "visit 2026-11-22 | visit 2026-11-22 | | | |",
            "patient-42, | patient-42 | | | |",
            "patient-42 +52 55 1234 5678 with dr.lee@example.org in spanish | patient-42 | +525512345678 | dr.lee@example.org | | SPANISH",
            "patient 42 (202) 555-0142 | patient 42 | +12025550142 | | |",
            "patient 42 202-555-0142 | patient 42 | +12025550142 | | |",
            "patient 42 202 555 0142 | patient 42 | +12025550142 | | |",
            "patient 42 +1 (202) 555 - 0142 | patient 42 | +12025550142 | | |",
            "patient-42 \"+1 202 555 0142\" | patient-42 | +12025550142 | | |",
            "patient-42 +12025550142, in Español | patient-42 | +12025550142 | | | SPANISH",
            "patient-42 IN es | patient-42 | | | | SPANISH",
            "patient-42 in english | patient-42 | | | | ENGLISH",
            "patient-42 With A@x.example, b@x.example and c@x.example | patient-42 | | a@x.example b@x.example c@x.example | |",
            "patient-42 with a@x.example,b@x.example;c@x.example | patient-42 | | a@x.example b@x.example c@x.example | |",
            "patient-42 with a@x.example with A@x.example | patient-42 | | a@x.example | |",
            "patient-42 with a@x.example +12025550142 | patient-42 | +12025550142 | a@x.example | |",
            "patient-42 device sip:Room3@x.example | patient-42 | | | room3@x.example |",
            "patient-42 device a@x.example, b@x.example | patient-42 | | | a@x.example b@x.example |",
            "patient-42 in es device r@x.example with a@x.example +12025550142 | patient-42 | +12025550142 | a@x.example | r@x.example | SPANISH",
            "patient in bed 4 in spanish | patient in bed 4 | | | | SPANISH",
            "O'Brien 7 with a@x.example | O'Brien 7 | | a@x.example | |"})
    void isSortedIntoItsParts(String typed, String label, @Nullable String phone, @Nullable String emails,
            @Nullable String devices, @Nullable String language) {
        NewArguments.Valid parsed = valid(typed);
        assertThat(parsed.label()).isEqualTo(label);
        assertThat(parsed.phone().map(PhoneNumber::e164).orElse(null)).isEqualTo(phone);
        assertThat(joined(parsed.emails())).isEqualTo(emails);
        assertThat(joined(parsed.devices())).isEqualTo(devices);
        assertThat(parsed.language().map(Enum::name).orElse(null)).isEqualTo(language);
        assertThat(parsed.startsAtOnce()).isEqualTo(Stream.of(phone == null, emails == null, devices == null,
                language == null).anyMatch(absent -> !absent));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
            "`` | label | label",
            "+12025550142 | label | label",
            "2025550142 | label | label",
            "with a@x.example | label | label",
            "*** | label | label",
            "patient-42 555-0142 | phone | country code",
            "patient-42 +1 202 | phone | country code",
            "patient-42 +12025550142 +12025550143 | phone | one phone number",
            "patient-42 with | people | e-mail",
            "patient-42 with and | people | e-mail",
            "patient-42 with Dr. Lee | people | “Dr.” is not one",
            "patient-42 device | device | SIP address",
            "patient-42 device room3 | device | “room3” is not one",
            "patient-42 in | language | english or spanish",
            "patient-42 in klingon | language | not in “klingon”",
            "patient-42 in spanish in english | language | one language",
            "patient-42 +12025550142 please | rest | “please”",
            "patient-42 in spanish please | rest | “please”"})
    void eachWrongPartHasItsSentence(String typed, String part, String sentence) {
        assertThat(invalid(typed).problems()).containsOnlyKeys(part).hasEntrySatisfying(part,
                said -> assertThat(said).contains(sentence));
    }

    @Test
    void allMistakesAreToldAtOnce() {
        NewArguments.Invalid wrong = invalid("with nobody device room3 in klingon +1 202");
        assertThat(wrong.problems()).containsOnlyKeys("label", "phone", "people", "device", "language");
        assertThat(wrong.sentences()).hasSize(5);
    }

    @Test
    void noSentenceRepeatsAPhoneNumber() {
        for (String typed : List.of("a +1 843 7", "a b +12025558437 2025558438", "a with +9 843 784 378",
                "a in 8437843784", "a device 84378437", "a with x8437843784", "a in spanish x8437843784")) {
            assertThat(invalid(typed).sentences()).isNotEmpty().noneMatch(said -> said.contains("843"));
        }
    }

    static Stream<List<String>> nasty() {
        return Stream.of(List.of("a".repeat(10_000)), Collections.nCopies(5_000, "1"), Collections.nCopies(5_000, "+"),
                Collections.nCopies(5_000, "in"), Collections.nCopies(5_000, "with"), List.of("1".repeat(10_000)),
                Collections.nCopies(2_000, "(202)"), Collections.nCopies(2_000, "+1"), List.of("\u202e\u05d0\u05d1"),
                Collections.nCopies(2_000, "🦊"), List.of("with", ",".repeat(5_000)), List.of("", " ", "\u0000"),
                List.of("x", "with", "a@".repeat(5_000)), List.of("x", "device", "a.".repeat(5_000) + "@b"),
                List.of("x", "with", "a@" + "b.".repeat(5_000) + "c"), Collections.nCopies(3_000, "202-"));
    }

    @ParameterizedTest
    @MethodSource("nasty")
    void neverFailsNorTakesLong(List<String> words) {
        assertTimeoutPreemptively(Duration.ofSeconds(4),
                () -> assertThat(NewArguments.parse(words, NUMBERS)).isNotNull());
    }

    private static NewArguments.Valid valid(String typed) {
        NewArguments parsed = parse(typed);
        assertThat(parsed).isInstanceOf(NewArguments.Valid.class);
        return (NewArguments.Valid) parsed;
    }

    private static NewArguments.Invalid invalid(String typed) {
        NewArguments parsed = parse(typed);
        assertThat(parsed).isInstanceOf(NewArguments.Invalid.class);
        return (NewArguments.Invalid) parsed;
    }

    private static NewArguments parse(String typed) {
        return NewArguments.parse(CommandLine.of("new " + typed).rest(), NUMBERS);
    }

    private static @Nullable String joined(List<String> values) {
        return values.isEmpty() ? null : values.stream().collect(Collectors.joining(" "));
    }
}
