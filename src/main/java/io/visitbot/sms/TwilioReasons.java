package io.visitbot.sms;

import io.visitbot.visit.TextReasons;

/** Twilio's error codes in a clinician's words. */
class TwilioReasons implements TextReasons {

    private static final String CALL = "Call the patient, or ask for another mobile number.";
    private static final String CHECK = "Check the number with the patient and send the text to the right one.";
    private static final String COPY = "Give the guest link to the patient another way.";
    private static final String RESEND = "Try resend in a few minutes, or call the patient.";
    private static final String ADMIN = "Give the guest link to the patient another way, and tell your administrator "
            + "this number: ";

    @Override
    public Reason of(int code) {
        return switch (code) {
            case 21211, 21217, 21219, 21265, 21604 -> new Reason("that is not a phone number", CHECK);
            case 21610, 30004 -> new Reason("this phone has opted out of texts or blocks them",
                    "The patient can reply START to allow them again. " + COPY);
            case 21614, 21635, 30006 -> new Reason("that is a landline or can't receive texts", CALL);
            case 21612, 30003 -> new Reason("the phone can't be reached, perhaps it is switched off", RESEND);
            case 30005 -> new Reason("the network does not know this number", CHECK);
            case 21611, 30001, 30022, 30023 -> new Reason("too many texts are waiting to be sent", RESEND);
            case 30008, 30010 -> new Reason("the network gave no reason", RESEND);
            case 30036 -> new Reason("it was not delivered in time", RESEND);
            case 30007, 30111, 30450 -> new Reason("the network filtered it as unwanted", ADMIN + code + ".");
            case 21408, 30649 -> new Reason("texts to this country are not switched on", ADMIN + code + ".");
            case 21608 -> new Reason("the Twilio account may write to verified numbers only", ADMIN + code + ".");
            case 21606, 21603, 21659, 21660, 21703, 21704, 30002, 30032, 30034 -> new Reason(
                    "the number it comes from may not send it", ADMIN + code + ".");
            case 21602, 21617 -> new Reason("it was empty or too long", ADMIN + code + ".");
            case 0 -> new Reason("no reason was given", RESEND);
            default -> new Reason("the service says error " + code, ADMIN + code + ".");
        };
    }
}
