package io.visitbot.bot;

import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import reactor.test.StepVerifier;

import io.visitbot.platform.Settings;
import io.visitbot.webex.Me;
import io.visitbot.webex.WebexOnPaper;

import static org.assertj.core.api.Assertions.assertThat;

class AccessTests {

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", value = {
            "-                       | -                    | dr.lee@example.org    | org       | true",
            "-                       | -                    | sam@example.org       | elsewhere | false",
            "-                       | -                    | sam@example.org       | ''        | false",
            "partner.example.com     | -                    | sam@partner.example.com | elsewhere | true",
            "partner.example.com     | -                    | sam@sub.partner.example.com | elsewhere | false",
            "partner.example.com     | -                    | sam@notpartner.example.com | elsewhere | false",
            "partner.example.com     | -                    | dr.lee@example.org    | org       | false",
            "org, partner.example.com | -                   | dr.lee@example.org    | org       | true",
            "@Partner.example.com    | -                    | Sam@PARTNER.example.com | elsewhere | true",
            "-                       | dr.lee@example.org   | Dr.Lee@example.org    | org       | true",
            "-                       | dr.lee@example.org   | nurse.ortiz@example.org | org     | false",
            "org                     | sam@vendor.example.com | sam@vendor.example.com | elsewhere | true",
            "org                     | sam@vendor.example.com | nurse.ortiz@example.org | org   | true",
            "org                     | -                    | ''                    | elsewhere | false"})
    void letsInWhomTheSettingsName(String domains, String people, String email, String organisation, boolean allowed) {
        Speaker speaker = new Speaker("somebody", email, "Somebody", organisation, null);
        StepVerifier.FirstStep<Speaker> step = StepVerifier.create(access(domains, people).admit(speaker));
        if (allowed) {
            step.expectNext(speaker).verifyComplete();
        } else {
            step.verifyError(Refusal.class);
        }
    }

    @Test
    void saysWhomToAsk() {
        StepVerifier.create(access(null, null).admit(new Speaker("sam", "sam@example.com", "Sam", "elsewhere", null)))
                .verifyErrorSatisfies(error -> assertThat(((Refusal) error).sentence())
                        .contains("Please ask the service desk"));
    }

    private static Access access(@org.jspecify.annotations.Nullable String domains,
            @org.jspecify.annotations.Nullable String people) {
        Map<String, String> settings = Map.of("VISIT_ALLOWED_DOMAINS", domains == null ? "" : domains,
                "VISIT_ALLOWED_PEOPLE", people == null ? "" : people, "VISIT_CONTACT", "the service desk");
        return new Access(BotSettings.read(new Settings(settings::get)), new Me(new WebexOnPaper()));
    }
}
