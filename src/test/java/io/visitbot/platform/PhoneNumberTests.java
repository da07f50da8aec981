package io.visitbot.platform;

import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.visitbot.platform.PhoneNumbers.Reach;

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
    void saysThatANumberWasRemoved() {
        assertThat(PhoneNumber.REMOVED.isRemoved()).isTrue();
        assertThat(PhoneNumber.REMOVED).hasToString("a removed number");
        assertThat(new PhoneNumber("+12025550142", 1).isRemoved()).isFalse();
    }

    @Test
    void findsNumbersInWords() {
        assertThat(numbers.areIn("call 202-555-0142 please")).isTrue();
        assertThat(numbers.areIn("patient-42 in room 7")).isFalse();
    }

    @Test
    void knowsLandlinesWhereThePlanTells() {
        assertThat(reach(numbers, "+442079460018")).isEqualTo(Reach.LANDLINE);
        assertThat(reach(numbers, "+12025550142")).isEqualTo(Reach.OPEN);
    }

    @ParameterizedTest
    @CsvSource({"+12025550142,OPEN", "+14165550142,ELSEWHERE", "+525512345678,ELSEWHERE", "+88213300655,ELSEWHERE",
            "+19002345678,COSTLY", "+448431234567,COSTLY", "+442079460018,LANDLINE"})
    void tellsTheRegionsOfASharedCountryCodeApart(String e164, Reach reach) {
        assertThat(reach(new PhoneNumbers("US", Set.of("US")), e164)).isEqualTo(reach);
    }

    @Test
    void writesToEveryRegionWhereNoneIsNamedButNeverToCostlyNumbers() {
        assertThat(reach(numbers, "+14165550142")).isEqualTo(Reach.OPEN);
        assertThat(reach(numbers, "+19002345678")).isEqualTo(Reach.COSTLY);
    }

    @Test
    void saysWhichRegionsAreWrittenToAndWhoCanChangeThat() {
        PhoneNumbers north = new PhoneNumbers("US", Set.of("US", "CA"));

        assertThat(north.objection(number(north, "+14165550142"))).isEmpty();
        assertThat(north.objection(number(north, "+525512345678")).orElseThrow())
                .contains("Canada, United States only", "VISIT_SMS_REGIONS").doesNotContain("5512345678");
        assertThat(north.objection(number(north, "+19002345678")).orElseThrow()).contains("costs extra");
    }

    private static Reach reach(PhoneNumbers numbers, String e164) {
        return numbers.reach(number(numbers, e164));
    }

    private static PhoneNumber number(PhoneNumbers numbers, String e164) {
        return numbers.parse(e164).orElseThrow();
    }
}
