package io.visitbot.visit;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class FindVisitTests {

    private static final Place ELSEWHERE = new Place("another-space", "root", false);
    private static final Place ONE_TO_ONE = new Place("direct-space", "root", true);

    private final VisitFixtures heart = new VisitFixtures();
    private final FindVisit find = new FindVisit(heart.visits, heart.clock);

    @Test
    void findsByIdWithAndWithoutItsLetterAndByLabelInAnyCase() {
        heart.kept(heart.ready("V-7F3K"));
        assertThat(named("v-7f3k", VisitFixtures.SPACE)).hasSize(1);
        assertThat(named("7F3K", VisitFixtures.SPACE)).hasSize(1);
        assertThat(named("Patient-42", VisitFixtures.SPACE)).hasSize(1);
    }

    @Test
    void findsNothingFromAnotherSpace() {
        heart.kept(heart.ready("V-7F3K"));
        assertThat(named("V-7F3K", ELSEWHERE)).isEmpty();
        assertThat(named("patient-42", ELSEWHERE)).isEmpty();
    }

    @Test
    void findsFromOneToOneForTheRequesterAndColleaguesOnly() {
        heart.kept(heart.ready("V-7F3K").people(List.of("nurse.ortiz@example.org")));
        assertThat(named("V-7F3K", ONE_TO_ONE)).hasSize(1);
        assertThat(find.named("V-7F3K", ONE_TO_ONE, "ortiz", "nurse.ortiz@example.org", VisitFixtures.NOON).block())
                .hasSize(1);
        assertThat(find.named("V-7F3K", ONE_TO_ONE, "kim", "kim@example.org", VisitFixtures.NOON).block()).isEmpty();
    }

    @Test
    void givesEveryLivingVisitOfALabel() {
        heart.kept(heart.ready("V-7F3K"));
        heart.kept(heart.ready("V-8G4L"));
        assertThat(named("patient-42", VisitFixtures.SPACE)).hasSize(2);
    }

    @Test
    void letsALivingVisitHideOneThatIsOver() {
        heart.kept(heart.ready("V-7F3K"));
        heart.clock.pass(Duration.ofHours(2));
        heart.kept(heart.ready("V-8G4L"));
        assertThat(named("patient-42", VisitFixtures.SPACE)).extracting(Visit::id).containsExactly("V-8G4L");
    }

    @Test
    void meansTheVisitThatLivedWhenItWasSaidThoughItIsOverAndAnotherLives() {
        Visit first = heart.kept(heart.ready("V-7F3K"));
        Instant said = heart.clock.instant().plusSeconds(10);
        heart.clock.pass(Duration.ofSeconds(20));
        heart.visits.byId.put(first.id(),
                first.with(new Visit.State.Cancelled(null, "lee", heart.clock.instant())));
        heart.kept(heart.ready("V-8G4L"));

        assertThat(find.named("patient-42", VisitFixtures.SPACE, "lee", "dr.lee@example.org", said).block())
                .extracting(Visit::id).containsExactly("V-7F3K");
        assertThat(named("patient-42", VisitFixtures.SPACE)).extracting(Visit::id).containsExactly("V-8G4L");
    }

    @Test
    void meansTheOneThatLivesWhereNoneDidWhenItWasSaid() {
        heart.clock.pass(Duration.ofMinutes(5));
        heart.kept(heart.ready("V-7F3K"));
        assertThat(find.named("patient-42", VisitFixtures.SPACE, "lee", "dr.lee@example.org", VisitFixtures.NOON)
                .block()).extracting(Visit::id).containsExactly("V-7F3K");
    }

    @Test
    void listsWhatIsNotOver() {
        heart.kept(heart.ready("V-7F3K"));
        heart.clock.pass(Duration.ofHours(2));
        heart.kept(heart.ready("V-8G4L"));
        assertThat(find.live(VisitFixtures.SPACE, "lee", "dr.lee@example.org").map(Visit::id).collectList().block())
                .containsExactly("V-8G4L");
    }

    private List<Visit> named(String name, Place where) {
        return VisitFixtures.given(find.named(name, where, "lee", "dr.lee@example.org", heart.clock.instant()));
    }
}
