package io.visitbot.visit;

import java.time.Duration;
import java.util.List;
import java.util.Random;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import io.visitbot.platform.Ids;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class StartVisitTests {

    private final VisitFixtures heart = new VisitFixtures();

    @Test
    void writesTheVisitDownTogetherWithWhatFollows() {
        Visits.Kept kept = start("event-1", null);
        assertThat(kept.isNew()).isTrue();
        assertThat(kept.visit().id()).matches("V-[2-9A-HJ-NP-Z]{4}");
        assertThat(heart.visits.jobs).containsExactly(
                PlannedJob.of(Job.Kind.OPEN, kept.visit().id(), VisitFixtures.NOON),
                PlannedJob.of(Job.Kind.WAIT, kept.visit().id(), VisitFixtures.NOON.plusSeconds(5)));
    }

    @Test
    void givesTheSameVisitWhenTheSameRequestComesAgain() {
        Visits.Kept first = start("event-1", null);
        Visits.Kept second = start("event-1", null);
        assertThat(second.isNew()).isFalse();
        assertThat(second.visit()).isEqualTo(first.visit());
    }

    @Test
    void drawsAnotherIdWhenOneIsTaken() {
        String taken = new Ids(new Random(7) {
            {
                for (int i = 0; i < 20; i++) {
                    nextInt(32);
                }
            }
        }).visit(4);
        heart.kept(heart.asked(taken));
        assertThat(start("event-1", null).visit().id()).isNotEqualTo(taken);
    }

    @Test
    void namesTheRoomAtRandomAndNeverByTheLabel() {
        Visit one = start("event-1", null).visit();
        Visit other = start("event-2", null).visit();
        assertThat(one.subject()).matches("[a-z2-7]{20}").isNotEqualTo(other.subject());
    }

    @Test
    void refusesOneTooManyAndCountsThat() {
        heart.visits.oldest = VisitFixtures.NOON.minusSeconds(600);
        assertThatExceptionOfType(LimitReachedException.class).isThrownBy(() -> start("event-1", null))
                .satisfies(over -> {
                    assertThat(over.limit()).isEqualTo(Limit.VISITS);
                    assertThat(over.again()).isEqualTo(VisitFixtures.NOON.plusSeconds(3000));
                });
        assertThat(heart.visits.byId).isEmpty();
        assertThat(heart.meters.counter("visit.refused", "limit", "visits").count()).isEqualTo(1);
    }

    @Test
    void livesAsLongAsAsked() {
        assertThat(start("event-1", Duration.ofMinutes(15)).visit().life()).isEqualTo(Duration.ofMinutes(15));
    }

    private Visits.Kept start(String origin, @Nullable Duration life) {
        VisitRequest request = new VisitRequest(origin, null, VisitFixtures.SPACE, VisitFixtures.LEE, "patient-42",
                Language.ENGLISH, List.of(), List.of(), null, false, life);
        return VisitFixtures.given(heart.start.start(request));
    }
}
