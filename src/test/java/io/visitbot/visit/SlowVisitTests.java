package io.visitbot.visit;

import java.time.Duration;

import org.junit.jupiter.api.Test;
import reactor.test.StepVerifier;

import static org.assertj.core.api.Assertions.assertThat;

class SlowVisitTests {

    private final VisitFixtures heart = new VisitFixtures();
    private final SlowVisit slow = new SlowVisit(heart.visits, heart.announcer, heart.ids, heart.clock);

    @Test
    void saysWhatIsWaitedForAndComesBackAfterAMinute() {
        heart.kept(heart.asked("V-AAAA"));
        heart.clock.pass(Duration.ofSeconds(5));
        StepVerifier.create(slow.run("V-AAAA", 0))
                .expectNext(new JobHandler.Next.Again(VisitFixtures.NOON.plusSeconds(60))).verifyComplete();
        assertThat(heart.announcer.said).singleElement().asString().startsWith("waiting V-AAAA: ")
                .contains("Instant Connect");
    }

    @Test
    void addsAReferenceAfterAMinute() {
        heart.kept(heart.asked("V-AAAA"));
        heart.clock.pass(Duration.ofSeconds(60));
        StepVerifier.create(slow.run("V-AAAA", 1)).expectNext(JobHandler.Next.DONE).verifyComplete();
        assertThat(heart.announcer.said).singleElement().asString().startsWith("waiting V-AAAA with reference");
    }

    @Test
    void saysNothingWhenTheLinksAreThere() {
        heart.kept(heart.ready("V-AAAA"));
        StepVerifier.create(slow.run("V-AAAA", 0)).expectNext(JobHandler.Next.DONE).verifyComplete();
        assertThat(heart.announcer.said).isEmpty();
    }
}
