package io.visitbot.webex;

import java.lang.reflect.Proxy;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import reactor.core.publisher.Mono;

import io.visitbot.platform.ApiException;
import io.visitbot.platform.Check;
import io.visitbot.platform.OpenGates;

import static org.assertj.core.api.Assertions.assertThat;

class WebexTokenCheckTests {

    @Test
    void namesTheBot() {
        assertThat(result(person(Person.Type.BOT)))
                .isEqualTo(Check.Result.ok("Webex knows the bot as Visit (visit@webex.bot)."));
    }

    @Test
    void refusesTokenOfPerson() {
        Check.Result result = result(person(Person.Type.PERSON));

        assertThat(result.state()).isEqualTo(Check.State.WRONG);
        assertThat(result.finding()).contains("belongs to a person");
        assertThat(result.cure()).contains("WEBEX_BOT_TOKEN");
    }

    @Test
    void saysThatTokenIsRefused() {
        Check.Result result = result(Mono.error(ApiException.of("webex", ApiException.Kind.MISCONFIGURED).build()));

        assertThat(result.finding()).isEqualTo("Webex refuses the token.");
        assertThat(result.cure()).contains("WEBEX_BOT_TOKEN");
    }

    @ParameterizedTest
    @EnumSource(ApiException.Kind.class)
    void hasCureForEveryTrouble(ApiException.Kind kind) {
        Check.Result result = result(Mono.error(ApiException.of("webex", kind).build()));

        assertThat(result.state()).isEqualTo(Check.State.WRONG);
        assertThat(result.finding()).endsWith(".");
        assertThat(result.cure()).endsWith(".");
    }

    @Test
    void neverFails() {
        assertThat(result(Mono.error(new IllegalStateException())).state()).isEqualTo(Check.State.WRONG);
    }

    private static Mono<Person> person(Person.Type type) {
        return Mono.just(new Person("bot", List.of("visit@webex.bot"), "Visit", "org", type, null));
    }

    private static Check.Result result(Mono<Person> answer) {
        WebexApi webex = (WebexApi) Proxy.newProxyInstance(WebexTokenCheckTests.class.getClassLoader(),
                new Class<?>[]{WebexApi.class}, (_, _, _) -> answer);
        return new WebexTokenCheck(webex, OpenGates.one("webex")).run().toFuture().join();
    }
}
