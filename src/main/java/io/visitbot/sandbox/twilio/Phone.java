package io.visitbot.sandbox.twilio;

/** A patient's phone: whether it told us to stop, and whether it is a landline. */
record Phone(String number, boolean optedOut, boolean landline) {

    Phone optedOut(boolean out) {
        return new Phone(number, out, landline);
    }

    Phone landline(boolean on) {
        return new Phone(number, optedOut, on);
    }
}
