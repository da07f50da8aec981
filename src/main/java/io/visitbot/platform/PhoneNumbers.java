package io.visitbot.platform;

import java.util.Optional;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberType;
import com.google.i18n.phonenumbers.Phonenumber;

/** Reads phone numbers as people write them; numbers without a country code belong to the default region. */
public final class PhoneNumbers {

    private final PhoneNumberUtil library = PhoneNumberUtil.getInstance();
    private final String defaultRegion;

    /** @param defaultRegion two letters of ISO 3166, such as {@code US} */
    public PhoneNumbers(String defaultRegion) {
        this.defaultRegion = defaultRegion;
    }

    /** The number, where the text is a valid one. */
    public Optional<PhoneNumber> parse(String text) {
        try {
            Phonenumber.PhoneNumber number = library.parse(text, defaultRegion);
            return library.isValidNumber(number)
                    ? Optional.of(
                            new PhoneNumber(library.format(number, PhoneNumberFormat.E164), number.getCountryCode()))
                    : Optional.empty();
        } catch (NumberParseException unreadable) {
            return Optional.empty();
        }
    }

    /** Whether a valid number stands anywhere in the text. */
    public boolean areIn(String text) {
        return library.findNumbers(text, defaultRegion).iterator().hasNext();
    }

    /** Whether the number's plan says that no text message can reach it. */
    public boolean isLandline(PhoneNumber number) {
        try {
            return library.getNumberType(library.parse(number.e164(), null)) == PhoneNumberType.FIXED_LINE;
        } catch (NumberParseException unreadable) {
            return false;
        }
    }

    /** Whether a region is one that numbers can belong to. */
    public static boolean isRegion(String region) {
        return PhoneNumberUtil.getInstance().getSupportedRegions().contains(region);
    }

    public String defaultRegion() {
        return defaultRegion;
    }
}
