package io.visitbot.platform;

/**
 * A phone number in E.164 form, such as {@code +12025550142}. It is personal: its text form is masked, and
 * {@link #e164()} is for the message service alone.
 */
public record PhoneNumber(String e164, int countryCode) {

    /** Enough to recognise it and not to call it: {@code +52 ·· ··· ··78}. */
    public String masked() {
        return "+" + countryCode + " ·· ··· ··" + e164.substring(e164.length() - 2);
    }

    @Override
    public String toString() {
        return masked();
    }
}
