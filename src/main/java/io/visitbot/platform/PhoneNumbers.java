package io.visitbot.platform;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.Phonenumber;
import org.jspecify.annotations.Nullable;

/** Reads phone numbers as people write them; numbers without a country code belong to the default region. */
public final class PhoneNumbers {

    private final PhoneNumberUtil library = PhoneNumberUtil.getInstance();
    private final String defaultRegion;
    private final Set<String> textRegions;

    /** @param defaultRegion two letters of ISO 3166, such as {@code US} */
    public PhoneNumbers(String defaultRegion) {
        this(defaultRegion, Set.of());
    }

    /** @param textRegions whose numbers may be written to, empty for all */
    public PhoneNumbers(String defaultRegion, Set<String> textRegions) {
        this.defaultRegion = defaultRegion;
        this.textRegions = Set.copyOf(textRegions);
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

    /** Whether a text message can and may go to the number, as far as its plan tells. */
    public Reach reach(PhoneNumber number) {
        try {
            Phonenumber.PhoneNumber parsed = library.parse(number.e164(), null);
            return switch (library.getNumberType(parsed)) {
                case PREMIUM_RATE, SHARED_COST -> Reach.COSTLY;
                case FIXED_LINE -> Reach.LANDLINE;
                default -> isAllowed(library.getRegionCodeForNumber(parsed)) ? Reach.OPEN : Reach.ELSEWHERE;
            };
        } catch (NumberParseException unreadable) {
            return Reach.ELSEWHERE;
        }
    }

    /** Why the number is not written to here, as a sentence with a next step; empty where nothing keeps us from it. */
    public Optional<String> objection(PhoneNumber number) {
        return switch (reach(number)) {
            case OPEN, LANDLINE -> Optional.empty();
            case COSTLY -> Optional.of("That number costs extra to call or text, so I never write to it: enter the "
                    + "patient's own mobile.");
            case ELSEWHERE -> Optional.of("I may write to numbers of " + allowed() + " only, and that one is of "
                    + "another region: enter another number, or ask your IT to allow it with VISIT_SMS_REGIONS.");
        };
    }

    private boolean isAllowed(@Nullable String region) {
        return textRegions.isEmpty() || (region != null && textRegions.contains(region));
    }

    private String allowed() {
        return textRegions.stream().map(region -> Locale.of("", region).getDisplayCountry(Locale.ENGLISH)).sorted()
                .collect(Collectors.joining(", "));
    }

    /** Whether a region is one that numbers can belong to. */
    public static boolean isRegion(String region) {
        return PhoneNumberUtil.getInstance().getSupportedRegions().contains(region);
    }

    public String defaultRegion() {
        return defaultRegion;
    }

    /** What a number's plan says of text messages to it. */
    public enum Reach {
        /** Nothing against it. */
        OPEN,
        /** It can't take text messages. */
        LANDLINE,
        /** Premium rate or shared cost. */
        COSTLY,
        /** Of a region that is not written to. */
        ELSEWHERE
    }
}
