package io.visitbot.platform;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class PhoneNumberTests {

    private final PhoneNumbers numbers = new PhoneNumbers("US");

    @ParameterizedTest
    @CsvSource({"+12025550142,+1 ·· ··· ··42", "+525512345678,+52 ·· ··· ··78", "+35312345678,+353 ·· ··· ··78"})
    void showsNothingButTheCountryAndTwoDigits(String e164, String shown) {
        PhoneNumber number = numbers.parse(e164).orElseThrow();

        assertThat(number.masked()).isEqualTo(shown);
        assertThat(number).hasToString(shown);
        assertThat(number.e164()).isEqualTo(e164);
    }

    @ParameterizedTest
    @ValueSource(strings = {"+12025550142", "+1 202 555 0142", "(202) 555-0142", "202.555.0142", "1-202-555-0142"})
    void readsNumbersOfTheDefaultRegionHoweverTheyAreWritten(String text) {
        assertThat(numbers.parse(text)).contains(new PhoneNumber("+12025550142", 1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "patient-42", "911", "+1", "+1202555", "+99912345678901234", "0142"})
    void readsNothingElse(String text) {
        assertThat(numbers.parse(text)).isEmpty();
    }

    @Test
    void readsNationalNumbersByRegion() {
        assertThat(new PhoneNumbers("MX").parse("55 1234 5678")).contains(new PhoneNumber("+525512345678", 52));
        assertThat(PhoneNumbers.isRegion("MX")).isTrue();
        assertThat(PhoneNumbers.isRegion("ZZ")).isFalse();
    }

    @Test
    void findsNumbersInWords() {
        assertThat(numbers.areIn("call 202-555-0142 please")).isTrue();
        assertThat(numbers.areIn("patient-42 in room 7")).isFalse();
    }

    @Test
    void knowsLandlinesWhereThePlanTells() {
        assertThat(numbers.isLandline(numbers.parse("+442079460018").orElseThrow())).isTrue();
        assertThat(numbers.isLandline(numbers.parse("+12025550142").orElseThrow())).isFalse();
    }
}
