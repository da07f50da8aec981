package io.visitbot.bot;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Mono;

import io.visitbot.platform.ApiException;
import io.visitbot.webex.WebexOnPaper;

import static org.assertj.core.api.Assertions.assertThat;

class RouterTests {

    private final List<String> ran = new ArrayList<>();
    private final WebexOnPaper webex = new WebexOnPaper();
    private final Router router = new Router(List.of(command("help"), command("new"), command("cancel")),
            Bots.chat(webex));

    @Test
    void runsTheCommandThatWasSaid() {
        assertThat(answer("cancel patient-42", false)).isEqualTo("cancel done");
        assertThat(ran).containsExactly("cancel");
    }

    @Test
    void helpsWhereNothingWasSaid() {
        assertThat(answer("", false)).isEqualTo("help done");
    }

    @ParameterizedTest
    @ValueSource(strings = {"cancle patient-42", "canel patient-42", "cancell patient-42"})
    void suggestsAndNeverRunsWhatMayHaveBeenMeant(String typo) {
        assertThat(answer(typo, false)).contains("Did you mean `cancel <visit>`?").contains("done nothing");
        assertThat(ran).isEmpty();
    }

    @Test
    void sendsHelpForTheUnknownOneToOneAndStaysShortInTheSpace() {
        assertThat(answer("xylophone", false))
                .isEqualTo("I don't know `xylophone`. I have sent you what I do know, 1:1.");
        assertThat(webex.said).singleElement().satisfies(said -> {
            assertThat(said.message().toPersonId()).isEqualTo("lee");
            assertThat(said.words()).contains("`new patient-42`").contains("`help`");
        });
        assertThat(ran).isEmpty();
    }

    @Test
    void helpsInTheSpaceWhereTheOneToOneMessageIsRefused() {
        webex.troubleWithPosting = _ -> WebexOnPaper.failure(ApiException.Kind.REFUSED, 403);
        assertThat(answer("xylophone", false)).contains("`new patient-42`");
    }

    @Test
    void answersTheUnknownOneToOneInPlace() {
        assertThat(answer("xylophone", true)).contains("`new patient-42`");
        assertThat(webex.said).isEmpty();
    }

    @Test
    void quotesNoMarkupAndNothingEndless() {
        assertThat(answer("`x`", true)).startsWith("I don't know `x`.");
        assertThat(answer("x".repeat(500), true)).startsWith("I don't know `" + "x".repeat(30) + "…`.");
        assertThat(answer("`", true)).startsWith("I don't know that.");
        assertThat(answer("+525512345678", true)).doesNotContain("5512345678");
    }

    private String answer(String text, boolean direct) {
        Speaker lee = new Speaker("lee", "dr.lee@example.org", "Dr Lee", "org", null);
        return String.valueOf(router
                .route(new Request("event", new Spot("ward", "root", direct), lee, CommandLine.of(text), Instant.EPOCH))
                .block());
    }

    private CommandHandler command(String verb) {
        return new CommandHandler() {
            @Override
            public Usage usage() {
                return new Usage(verb, "<visit>", "does it");
            }

            @Override
            public Mono<String> handle(Request request) {
                return Mono.fromSupplier(() -> {
                    ran.add(verb);
                    return verb + " done";
                });
            }
        };
    }
}
