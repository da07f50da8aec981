package io.visitbot.bot;

import java.util.Map;

import org.junit.jupiter.api.Test;
import reactor.test.StepVerifier;
import tools.jackson.databind.json.JsonMapper;

import io.visitbot.webex.Me;
import io.visitbot.webex.WebexOnPaper;
import io.visitbot.webhook.VerifiedEvent;

import static org.assertj.core.api.Assertions.assertThat;

class GreetingTests {

    private final WebexOnPaper webex = new WebexOnPaper();
    private final Greeting greeting = new Greeting(webex, new Me(webex), new Chat(webex));

    @Test
    void greetsASpaceWithThreeLinesAndAnExample() {
        joins("bot", "group", "greeted");
        assertThat(webex.said).singleElement().satisfies(said -> {
            assertThat(said.message().roomId()).isEqualTo("ward");
            assertThat(said.words().lines().takeWhile(line -> !line.isBlank())).hasSize(3);
            assertThat(said.words()).contains("`@Visit new patient-42`");
        });
    }

    @Test
    void saysNothingWhenSomebodyElseJoins() {
        joins("lee", "group", "not greeted");
        assertThat(webex.said).isEmpty();
    }

    @Test
    void saysNothingOneToOne() {
        joins("bot", "direct", "not greeted");
        assertThat(webex.said).isEmpty();
    }

    @Test
    void saysNothingToPatientsInAVisitsOwnSpace() {
        webex.rooms.put("ward", "Virtual Visit k2x");
        joins("bot", "group", "not greeted");
        assertThat(webex.said).isEmpty();
    }

    private void joins(String person, String type, String outcome) {
        String body = JsonMapper.shared().writeValueAsString(
                Map.of("data", Map.of("id", "ms1", "roomId", "ward", "roomType", type, "personId", person)));
        StepVerifier.create(
                greeting.handle(new VerifiedEvent("memberships:created:ms1", "memberships", "created", body)))
                .expectNext(outcome).verifyComplete();
    }
}
