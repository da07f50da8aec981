package io.visitbot.end2end;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import tools.jackson.databind.JsonNode;

import io.visitbot.end2end.CrashPoint.Errand;

/** Two people who keep asking for things, as chance has it. */
final class CrashPeople {

    static final Pattern VISIT_ID = Pattern.compile("\\((V-\\w+)\\)");

    private static final String WARD = "Ward 3";
    private static final List<Errand> OFTEN = List.of(Errand.NEW_WITH_PHONE, Errand.NEW_WITH_PHONE, Errand.NEW,
            Errand.NEW, Errand.SUBMIT, Errand.SUBMIT, Errand.SUBMIT_WRONG, Errand.HELP, Errand.STATUS, Errand.CANCEL);

    private final Outside outside;
    private final RandomGenerator random;
    private final List<Asked> asked = new ArrayList<>();
    private final Set<String> pressed = new HashSet<>();
    private int number;

    CrashPeople(Outside outside, RandomGenerator random) {
        this.outside = outside;
        this.random = random;
    }

    /**
     * Something that somebody asked.
     *
     * @param event the id of the message or submission
     * @param thread where the answer belongs
     * @param phone the patient's number, empty for none
     */
    record Asked(Errand errand, String event, String thread, String phone) {
    }

    List<Asked> asked() {
        return List.copyOf(asked);
    }

    /** Goes for it; an errand that there is no occasion for becomes another. */
    void go(Errand errand) {
        switch (errand) {
            case ANY -> go(OFTEN.get(random.nextInt(OFTEN.size())));
            case HELP -> say(errand, "@visit help", "");
            case NEW -> say(errand, "@visit new patient-" + ++number, "");
            case NEW_WITH_PHONE -> newWithPhone();
            case STATUS, CANCEL -> someVisit().ifPresentOrElse(id -> about(errand, id), this::newWithPhone);
            case SUBMIT, SUBMIT_WRONG -> openForm().ifPresentOrElse(form -> submit(errand, form), () -> go(Errand.NEW));
        }
    }

    /** Waits until there is a form to submit. */
    void needForm() {
        if (openForm().isEmpty()) {
            go(Errand.NEW);
            Eventually.holds("a form to submit", () -> openForm().isPresent());
        }
    }

    private void newWithPhone() {
        String phone = phone();
        say(Errand.NEW_WITH_PHONE, "@visit new patient-" + number + " " + phone, phone);
    }

    private void about(Errand errand, String visit) {
        say(errand, "@visit " + (errand == Errand.STATUS ? "status " : "cancel ") + visit, "");
    }

    private void say(Errand errand, String words, String phone) {
        String message = outside.say(random.nextBoolean() ? "lee" : "ortiz", WARD, words);
        asked.add(new Asked(errand, message, message, phone));
    }

    private void submit(Errand errand, JsonNode form) {
        boolean wrong = errand == Errand.SUBMIT_WRONG;
        String phone = wrong ? "" : phone();
        Map<String, String> inputs = new HashMap<>(Map.of("label", "patient-" + number, "phone", wrong ? "12" : phone,
                "language", "en", "people", "", "device", "", "duration", "3600", "send", "true"));
        String submission = outside.submit(random.nextBoolean() ? "lee" : "ortiz", form, inputs);
        pressed.add(Outside.text(form, "id"));
        asked.add(new Asked(errand, submission, Outside.text(form, "parentId"), phone));
    }

    /** A number of the hundred that belong to nobody; each is used for one visit. */
    private String phone() {
        return "+120255501%02d".formatted(++number % 100);
    }

    /** A form that nobody sent yet, in a thread that has no visit. */
    private Optional<JsonNode> openForm() {
        return outside.messages().stream().filter(Outside::isForm).filter(this::isUnused)
                .reduce((_, last) -> last);
    }

    private boolean isUnused(JsonNode form) {
        String thread = Outside.text(form, "parentId");
        return !pressed.contains(Outside.text(form, "id"))
                && asked.stream().noneMatch(one -> one.errand() == Errand.SUBMIT && one.thread().equals(thread));
    }

    private Optional<String> someVisit() {
        List<String> visits = outside.messages().stream().map(Outside::words)
                .filter(words -> words.startsWith("Visit ready:")).map(VISIT_ID::matcher).filter(Matcher::find)
                .map(id -> id.group(1)).distinct().toList();
        return visits.isEmpty() ? Optional.empty() : Optional.of(visits.get(random.nextInt(visits.size())));
    }
}
