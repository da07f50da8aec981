package io.visitbot.cards;

import java.util.List;

import org.junit.jupiter.api.Test;

import static io.visitbot.cards.CardAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

class ResultCardTests {

    @Test
    void holdsLinksAddressAndButtons() {
        assertThat(Cards.result().card()).says("Visit ready: patient-42 (V-7F3K)")
                .opens("https://instant.example.org/hc/v1/login?x=(1)")
                .opens("https://instant.example.org/visit/Qm4tZ1x").opens("sip:25512345@example.webex.com")
                .says("SIP: 25512345@example.webex.com").says("2551 234 5678").says("15:30 EST")
                .says("dr.lee@example.org: added").says("on its way to +52").says("Another visit is called");
    }

    @Test
    void absentPartsAreSaidInWords() {
        assertThat(Cards.bare().card()).opensNothing().says("Host: no host link").says("Guest: no guest link")
                .says("SIP: not known for this visit").says("not known").says("nobody").says("none: copy the guest");
    }

    @Test
    void fallbackHasHostGuestAndSipOnLinesOfTheirOwn() {
        List<String> lines = Cards.result().markdown().lines().map(String::strip).toList();
        assertThat(lines).contains(
                "Host: [Open as host (Webex sign-in)](https://instant.example.org/hc/v1/login?x=%281%29)",
                "Guest: https://instant.example.org/visit/Qm4tZ1x", "SIP: 25512345@example.webex.com",
                "Meeting number: 2551 234 5678", "Links live until: 15:30 EST",
                "Added: dr.lee@example.org: added; x@refused.example: refused",
                "Text message: on its way to +52 ·· ··· ··78", "Another visit is called patient-42: V-AAAA.");
    }

    @Test
    void fallbackBreaksLinesWhereMarkdownWouldJoinThem() {
        assertThat(Cards.result().markdown().lines().toList()).hasSize(9)
                .filteredOn(line -> line.endsWith("  ")).hasSize(8);
    }

    @Test
    void fallbackOfNothingStillHasTheThreeLines() {
        assertThat(Cards.bare().markdown().lines().map(String::strip)).anyMatch(line -> line.startsWith("Host: no "))
                .anyMatch(line -> line.startsWith("Guest: no ")).anyMatch(line -> line.startsWith("SIP: not "));
    }
}
