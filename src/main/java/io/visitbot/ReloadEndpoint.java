package io.visitbot;

import java.util.List;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.actuate.endpoint.annotation.WriteOperation;
import org.springframework.boot.actuate.endpoint.web.WebEndpointResponse;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

import io.visitbot.platform.Broadcast;
import io.visitbot.platform.Gates;
import io.visitbot.platform.SettingsException;

/** {@code POST /actuator/reload}: new tokens without a new start, on this instance and on those beside it. */
@Endpoint(id = "reload")
class ReloadEndpoint {

    private static final Logger log = LoggerFactory.getLogger(ReloadEndpoint.class);
    private static final String TOPIC = "reload";

    private final Reload reload;
    private final Broadcast broadcast;
    private final Scheduler threads;

    ReloadEndpoint(Reload reload, Broadcast broadcast, Scheduler threads) {
        this.reload = reload;
        this.broadcast = broadcast;
        this.threads = threads;
        for (String topic : List.of(TOPIC, Broadcast.MISSED)) {
            broadcast.listen(topic, _ -> Mono.fromRunnable(this::follow).subscribeOn(threads).subscribe());
        }
    }

    /** Names what changed; 400 with what is wrong where nothing could. */
    @WriteOperation
    Mono<WebEndpointResponse<Answer>> reload() {
        return Mono.fromCallable(this::run).subscribeOn(threads).doOnNext(_ -> broadcast.send(TOPIC, ""))
                .map(outcome -> new WebEndpointResponse<>(new Answer(outcome.sentence(), outcome.changed(),
                        outcome.givenByEnvironment(), outcome.needRestart()), WebEndpointResponse.STATUS_OK))
                .onErrorResume(SettingsException.class, wrong -> Mono.just(new WebEndpointResponse<>(
                        new Answer(sentence(wrong), List.of(), List.of(), List.of()),
                        WebEndpointResponse.STATUS_BAD_REQUEST)));
    }

    /** What waited for a token goes on at once. */
    private Reload.Outcome run() {
        Reload.Outcome outcome = reload.run();
        if (!outcome.changed().isEmpty()) {
            broadcast.send(Gates.HASTEN, TOPIC);
        }
        return outcome;
    }

    private void follow() {
        try {
            run();
        } catch (SettingsException wrong) {
            log.warn("Another instance read its .env again, and this one can't: {}", sentence(wrong));
        }
    }

    private static String sentence(SettingsException wrong) {
        return "Nothing was changed: " + String.join("; ", wrong.problems()) + ".";
    }

    /** What is answered: a sentence, and the names that it is about. */
    record Answer(String finding, List<String> changed, List<String> givenByEnvironment, List<String> needRestart) {
    }
}
