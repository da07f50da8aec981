package io.visitbot.end2end;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import reactor.core.publisher.Flux;

import io.visitbot.store.PostgresServer;

import static io.visitbot.end2end.Outside.text;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * What the packaged program does while its PostgreSQL is away: nothing is accepted that is not stored, and it heals by
 * itself. {@code -Dpostgres.away.seconds} says for how long (default 15).
 */
@ExtendWith(PostgresServer.class)
class PostgresAwayIntegrationTests {

    private static final Duration AWAY = Duration.ofSeconds(Integer.getInteger("postgres.away.seconds", 15));
    private static final Pattern SERVER = Pattern.compile("//localhost:(\\d+)/");
    private static final Duration LONGEST_ANSWER = Duration.ofSeconds(10);
    private static final String WARD = "Ward 3";

    private final List<String> asked = new ArrayList<>();

    @Test
    void acceptsNothingMeanwhileAndGoesOnAfterwards(@TempDir Path folder) {
        String url = PostgresServer.freshUrl();
        Matcher server = SERVER.matcher(url);
        assertThat(server.find()).isTrue();
        try (Cable cable = new Cable(Integer.parseInt(server.group(1)));
                Deployment bot = Deployment.start(folder, server.replaceFirst("//127.0.0.1:" + cable.port() + "/"))) {
            String visit = visitThatWaits(bot.outside());
            cable.cut();
            bot.outside().clearFaults();
            assertThat(askMeanwhile(bot)).as("accepted without a database").isEmpty();
            Eventually.passes("health says it", () -> assertThat(bot.get("/actuator/health").body())
                    .contains("PostgreSQL: no connection to the server", "see that it runs"));
            assertThat(bot.get("/actuator/health/readiness").statusCode()).isEqualTo(503);

            cable.heal();
            isWell(bot);
            bot.outside().result(visit);
            bot.outside().answer(visit, "delivered");

            cable.stall();
            String unheard = ask(bot);
            assertThat(SignedForms.send(bot.home(), "/webhooks/twilio/inbound",
                    Map.of("From", "+12025550143", "Body", "STOP"))).isEqualTo(503);
            Eventually.holds("an answer while it is silent", () -> status(bot.outside(), unheard).isPresent());
            assertThat(status(bot.outside(), unheard)).hasValue(503);
            Eventually.passes("health says it", () -> assertThat(bot.get("/actuator/health").body())
                    .contains("PostgreSQL does not answer within 2 seconds", "the network to it"));
            cable.heal();
            isWell(bot);
            accountForAll(bot.outside());
            assertThat(bot.outside().results(visit)).hasSize(1);
            assertThat(bot.outside().texts("+12025550142")).hasSize(1);
            assertThat(bot.outside().list("calls").stream().filter(call -> text(call, "path").startsWith("/webhooks/"))
                    .map(call -> call.path("ms").asLong())).as("ms until the answer to Webex and Twilio")
                    .allMatch(ms -> ms < LONGEST_ANSWER.toMillis());
            assertThat(bot.output()).doesNotContain("\tat ", "onErrorDropped");
            assertThat(bot.output().split("inbox not written", -1)).as("lines on the outages").hasSizeBetween(2, 4);
        }
    }

    private static String visitThatWaits(Outside outside) {
        outside.fault(Map.of("service", "instantconnect", "kind", "down"));
        String thread = outside.say("lee", WARD, "@visit new patient-42 +1 202 555 0142");
        outside.answer(thread, "still waiting");
        return thread;
    }

    private String ask(Deployment bot) {
        String message = bot.outside().say("lee", WARD, "@visit help");
        asked.add(message);
        return message;
    }

    /** Asks every two seconds while the database is away; gives what was accepted nevertheless. */
    private List<String> askMeanwhile(Deployment bot) {
        List<String> meanwhile = Flux.interval(Duration.ZERO, Duration.ofSeconds(2)).take(AWAY.toSeconds() / 2)
                .map(_ -> ask(bot))
                .collectList().blockOptional().orElse(List.of());
        Eventually.holds("all of it was delivered",
                () -> meanwhile.stream().allMatch(message -> status(bot.outside(), message).isPresent()));
        return meanwhile.stream().filter(message -> isAccepted(bot.outside(), message)).toList();
    }

    private void isWell(Deployment bot) {
        Eventually.holds("the bot is ready again", () -> bot.get("/actuator/health/readiness").statusCode() == 200);
        Eventually.holds("Webex delivers again", bot::webhooksAreOn);
        String message = ask(bot);
        Eventually.holds("an answer as ever", () -> !bot.outside().answers(message).isEmpty());
    }

    private void accountForAll(Outside outside) {
        for (String message : asked) {
            assertThat(outside.answers(message)).as(message).hasSizeLessThanOrEqualTo(1);
            if (isAccepted(outside, message)) {
                Eventually.holds("an answer", () -> !outside.answers(message).isEmpty());
            }
        }
    }

    private static boolean isAccepted(Outside outside, String message) {
        return status(outside, message).filter(status -> status >= 200 && status < 300).isPresent();
    }

    /** What the bot answered to the event about this message, as the sandbox noted it. */
    private static Optional<Integer> status(Outside outside, String message) {
        return outside.list("calls").stream().filter(call -> "/webhooks/webex".equals(text(call, "path")))
                .filter(call -> text(call, "requestBody").contains(message)).map(call -> call.path("status").asInt())
                .findFirst();
    }
}
