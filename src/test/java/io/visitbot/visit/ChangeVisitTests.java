package io.visitbot.visit;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ChangeVisitTests {

    private static final String DEVICE = "room3@example.rooms.webex.com";

    private final VisitFixtures heart = new VisitFixtures();

    @Test
    void ringsADeviceByAnotherHostLinkIntoTheSameRoom() {
        Visit visit = heart.kept(heart.ready("V-AAAA"));
        assertThat(VisitFixtures.given(heart.change.ring(visit, DEVICE))).isEqualTo(VisitFixtures.MEETING);
        assertThat(heart.engine.orders).singleElement().satisfies(order -> {
            assertThat(order.subject()).isEqualTo(visit.subject());
            assertThat(order.until()).isEqualTo(visit.until());
            assertThat(order.devices()).containsExactly(DEVICE);
        });
    }

    @Test
    void ringsNothingBeforeTheLinksAreThere() {
        assertThat(heart.change.ring(heart.kept(heart.asked("V-AAAA")), DEVICE).blockOptional()).isEmpty();
        assertThat(heart.engine.calls).isEmpty();
    }

    @Test
    void letsAnAddedColleagueSeeTheVisitOneToOne() {
        Visit visit = heart.kept(heart.ready("V-AAAA"));
        Place direct = new Place("direct", null, true);
        assertThat(visit.isSeenFrom(direct, "ortiz", "nurse.ortiz@example.org")).isFalse();
        heart.change.add(visit, "nurse.ortiz@example.org", VisitFixtures.BY_LEE).block();
        assertThat(heart.visit("V-AAAA").isSeenFrom(direct, "ortiz", "Nurse.Ortiz@example.org")).isTrue();
        assertThat(heart.visit("V-AAAA").isSeenFrom(direct, "kim", "kim@example.org")).isFalse();
    }

    @Test
    void keepsTheLinksOfAVisitThatIsCalledOffBecauseTheyStillWork() {
        Visit visit = heart.kept(heart.ready("V-AAAA"));
        heart.change.cancel(visit, VisitFixtures.BY_LEE).block();
        assertThat(heart.visit("V-AAAA").state()).isEqualTo(
                new Visit.State.Cancelled(VisitFixtures.MEETING, "dr.lee@example.org", heart.clock.instant()));
    }

    @Test
    void remembersWhoCalledItOffFirst() {
        Visit visit = heart.kept(heart.ready("V-AAAA"));
        heart.change.cancel(visit, VisitFixtures.BY_LEE).block();
        heart.change.cancel(heart.visit("V-AAAA"), new Actor("ortiz", "nurse.ortiz@example.org")).block();
        assertThat(heart.visit("V-AAAA").state()).extracting("by").isEqualTo("dr.lee@example.org");
    }
}
