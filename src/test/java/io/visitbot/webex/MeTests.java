package io.visitbot.webex;

import java.lang.reflect.Proxy;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

import io.visitbot.platform.ApiException;

import static org.assertj.core.api.Assertions.assertThat;

class MeTests {

    private static final Person BOT = new Person("bot", List.of(), "Visit", "org", Person.Type.BOT, null);

    private final AtomicInteger asked = new AtomicInteger();
    private Mono<Person> answer = Mono.just(BOT);
    private final Me me = new Me(answeringMe());

    @Test
    void asksOnceAndRemembers() {
        StepVerifier.create(me.person()).expectNext(BOT).verifyComplete();
        StepVerifier.create(me.person()).expectNext(BOT).verifyComplete();

        assertThat(asked).hasValue(1);
        assertThat(me.known()).hasValue(BOT);
    }

    @Test
    void asksAgainAfterFailure() {
        answer = Mono.error(ApiException.of("webex", ApiException.Kind.UNAVAILABLE).build());
        StepVerifier.create(me.person()).verifyError(ApiException.class);
        assertThat(me.known()).isEmpty();

        answer = Mono.just(BOT);
        StepVerifier.create(me.person()).expectNext(BOT).verifyComplete();
        assertThat(asked).hasValue(2);
    }

    private WebexApi answeringMe() {
        return (WebexApi) Proxy.newProxyInstance(getClass().getClassLoader(), new Class<?>[]{WebexApi.class},
                (_, _, _) -> Mono.defer(() -> {
                    asked.incrementAndGet();
                    return answer;
                }));
    }
}
