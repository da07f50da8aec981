package io.visitbot.cards;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.visitbot.platform.PhoneNumbers;

/** Cards and their parts, for tests. */
final class Cards {

    static final PhoneNumbers NUMBERS = new PhoneNumbers("US");
    static final FormLimits LIMITS = FormLimits.of(List.of("en", "es"));

    private Cards() {
    }

    static FormOptions options() {
        return new FormOptions(List.of(new Choice("English", "en"), new Choice("Español", "es")), Duration.ofHours(1),
                true);
    }

    static VisitForm blank() {
        return VisitForm.blank("patient-42", "n-1", options());
    }

    static VisitForm wrong() {
        FormValues typed = new FormValues("patient-42", "12", "es", "nobody", "", "7200", "false");
        Map<String, String> errors = new LinkedHashMap<>();
        errors.put("phone", "No number.");
        errors.put("people", "No address.");
        return new VisitForm(typed, errors, "n-2", options());
    }

    static ResultCard result() {
        return new ResultCard("patient-42", "V-7F3K",
                new ResultCard.Link("Open as host (Webex sign-in)", "https://instant.example.org/hc/v1/login?x=(1)"),
                "https://instant.example.org/visit/Qm4tZ1x", "25512345@example.webex.com", "2551 234 5678",
                "15:30 EST", List.of("dr.lee@example.org: added", "x@refused.example: refused"),
                "on its way to +52 ·· ··· ··78", List.of("Another visit is called patient-42: V-AAAA."));
    }

    static ResultCard bare() {
        return new ResultCard("patient-42", "V-7F3K", null, null, null, null, null, List.of(), null, List.of());
    }
}
