package io.visitbot.platform;

/**
 * A phone number in E.164 form, such as {@code +12025550142}. It is personal: its text form is masked, and
 * {@link #e164()} is for the message service alone.
 */
public record PhoneNumber(String e164, int countryCode) {

    /** Stands where a number was kept and had to go. Nobody can be called or written to there. */
    public static final PhoneNumber REMOVED = new PhoneNumber("", 0);

    public boolean isRemoved() {
        return e164.isEmpty();
    }

    /** Enough to recognise it and not to call it: {@code +52 ·· ··· ··78}. */
    public String masked() {
        if (isRemoved()) {
            return "a removed number";
        }
        return "+" + countryCode + " ·· ··· ··" + e164.substring(e164.length() - 2);
    }

    @Override
    public String toString() {
        return masked();
    }
}
