package io.visitbot.cards;

import java.util.Map;

/** What stands in a form, as typed, so that a form with a mistake comes back filled in. Empty is "not given". */
public record FormValues(String label, String phone, String language, String people, String device, String duration,
        String send) {

    private static final int LONGEST = 1_000;

    /** A form in which only the label is filled in. */
    public static FormValues labelled(String label) {
        return new FormValues(label, "", "", "", "", "", "");
    }

    /** What came back from a card; what is missing is empty, what is unknown is left out. */
    public static FormValues of(Map<String, String> inputs) {
        return new FormValues(typed(inputs, "label"), typed(inputs, "phone"), typed(inputs, "language"),
                typed(inputs, "people"), typed(inputs, "device"), typed(inputs, "duration"), typed(inputs, "send"));
    }

    /** The same without the number, where others could read it. */
    public FormValues withoutPhone() {
        return new FormValues(label, "", language, people, device, duration, send);
    }

    /** Whether the text message is to be sent at once, which it is unless somebody said no. */
    boolean sends() {
        return !send.strip().equalsIgnoreCase("false");
    }

    private static String typed(Map<String, String> inputs, String id) {
        return PlainText.cut(inputs.getOrDefault(id, ""), LONGEST);
    }

    @Override
    public String toString() {
        return "FormValues[****]";
    }
}
