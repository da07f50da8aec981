package io.visitbot.audit;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import io.visitbot.visit.Act;
import io.visitbot.visit.Actor;
import io.visitbot.visit.Admission;
import io.visitbot.visit.Text;
import io.visitbot.visit.TextStatus;
import io.visitbot.visit.Visit;
import io.visitbot.visit.Visit.State;
import io.visitbot.visit.VisitFixtures;

import static org.assertj.core.api.Assertions.assertThat;

class DeedsTests {

    private static final Actor ORTIZ = new Actor("ortiz", "nurse.ortiz@example.org");
    private static final Instant NOON = VisitFixtures.NOON;

    private final Visit asked = new VisitFixtures().asked("V-AAAA");
    private final Text text = new Text("t1", "V-AAAA", VisitFixtures.PATIENT, Text.Purpose.INVITE, 0, "join https://x",
            TextStatus.PLANNED, null, 0, NOON, NOON);

    private static State.Ready ready(Admission... admissions) {
        return new State.Ready(VisitFixtures.MEETING, List.of(admissions), NOON);
    }

    private static List<String> words(List<Act> acts) {
        return acts.stream().map(act -> act.kind().word() + " by " + act.by().person() + ": " + act.detail()).toList();
    }

    @Test
    void tellsWhenTheLinksEndAndWhomTheRequesterBroughtIn() {
        Admission in = new Admission("kim@example.org", Admission.Outcome.ALREADY, null);
        Admission out = new Admission("sam@vendor.example.com", Admission.Outcome.REFUSED, "external");

        assertThat(words(Deeds.changed(asked, asked.with(ready(in, out)), Actor.ITSELF))).containsExactly(
                "links-made by visit: good until 2026-01-05T13:00:00.000Z", "colleague-added by lee: kim@example.org");
    }

    @Test
    void tellsWhoAddedAColleagueAndWhoCalledItOff() {
        Visit before = asked.with(ready());
        Visit after = asked.with(ready(new Admission("kim@example.org", Admission.Outcome.ADDED, null)));

        assertThat(words(Deeds.changed(before, after, ORTIZ)))
                .containsExactly("colleague-added by ortiz: kim@example.org");
        assertThat(words(Deeds.changed(after, after.with(new State.Cancelled(null, "x", NOON)), ORTIZ)))
                .containsExactly("called-off by ortiz: ");
    }

    @Test
    void tellsNothingOfWhatChangesNothing() {
        Visit again = asked.until(asked.until().plus(Duration.ofMinutes(1)));

        assertThat(Deeds.changed(asked, again, ORTIZ)).isEmpty();
        assertThat(Deeds.changed(text, text, "space")).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void holdsNeitherNumberNorLinkNorLabel(TextStatus status) {
        Text after = text.with(status, "SM1", 30003, NOON);

        List<Act> acts = new java.util.ArrayList<>(Deeds.planned(after, "space", ORTIZ));
        acts.addAll(Deeds.changed(asked, asked.with(ready()), ORTIZ));
        acts.addAll(Deeds.asked(asked));
        assertThat(acts.toString()).doesNotContain("2025550142", "http", "patient-42", "SM1");
    }

    @Test
    void tellsHowAMessageFares() {
        assertThat(words(Deeds.planned(text, "space", ORTIZ)))
                .containsExactly("text-asked by ortiz: invitation to +1 ·· ··· ··42");
        assertThat(words(Deeds.changed(text, text.with(TextStatus.QUEUED, "SM1", 0, NOON), "space")))
                .containsExactly("text-sent by visit: invitation to +1 ·· ··· ··42");
        assertThat(words(Deeds.changed(text, text.with(TextStatus.UNDELIVERED, "SM1", 30003, NOON), "space")))
                .containsExactly("text-failed by visit: invitation to +1 ·· ··· ··42, error 30003");
    }

    @Test
    void namesAFormWithoutWhatOpensIt() {
        Act opened = Deeds.opened(new io.visitbot.visit.Draft("n0nce", "subject", VisitFixtures.SPACE,
                VisitFixtures.LEE, "patient-42", NOON, null, null)).getFirst();
        Visit visit = new Visit("V-AAAA", "form:n0nce", "subject", VisitFixtures.SPACE, VisitFixtures.LEE,
                "patient-42", io.visitbot.visit.Language.ENGLISH, NOON, NOON, List.of(), List.of("room3@example.org"),
                null, false, new State.Opening());

        assertThat(words(Deeds.asked(visit))).containsExactly("form-submitted by lee: " + opened.detail(),
                "asked by lee: to ring room3@example.org");
        assertThat(opened.toString()).contains("space", "lee").doesNotContain("n0nce", "patient-42");
    }
}
