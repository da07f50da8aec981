package io.visitbot.webhook;

import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

import io.visitbot.platform.ApiException;
import io.visitbot.platform.Leader;
import io.visitbot.platform.Secret;
import io.visitbot.platform.Urgency;
import io.visitbot.webex.Me;
import io.visitbot.webex.WebexApi;
import io.visitbot.webex.Webhook;

/**
 * Keeps the bot's webhooks as they should be: looks when the server is up and then every minute, since Webex switches one
 * off after 100 failures and never back on. Trouble never stops the server; it is tried again, sooner at first. It also
 * asks at once who the bot is, so that nobody who speaks to it waits for that. Of several instances the one that leads does all
 * this, so that none undoes what another did.
 */
final class WebhookRegistrar implements SmartLifecycle {

    static final Duration PERIOD = Duration.ofMinutes(1);

    private static final Logger log = LoggerFactory.getLogger(WebhookRegistrar.class);
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(2);
    private static final Duration WATCH = Duration.ofSeconds(1);

    private final WebexApi webex;
    private final Me me;
    private final Reconciliation reconciliation;
    private final WebhookSecret secret;
    private final Leader leader;
    private final Scheduler timer;
    private final Map<String, String> shownWhenSet = new ConcurrentHashMap<>();
    private volatile @Nullable Disposable running;
    private final AtomicInteger failures = new AtomicInteger();
    private volatile @Nullable String lastTrouble;

    WebhookRegistrar(WebexApi webex, Me me, Reconciliation reconciliation, WebhookSecret secret, Leader leader,
            Scheduler timer) {
        this.webex = webex;
        this.me = me;
        this.reconciliation = reconciliation;
        this.secret = secret;
        this.leader = leader;
        this.timer = timer;
    }

    @Override
    public void start() {
        Flux<Long> turns = Mono.defer(this::turn).flatMap(pause -> Mono.delay(pause, timer)).repeat();
        running = Urgency.background(Mono.when(me.person().onErrorComplete(), turns)).subscribe();
    }

    @Override
    public void stop() {
        Disposable loop = running;
        if (loop != null) {
            loop.dispose();
        }
        running = null;
    }

    @Override
    public boolean isRunning() {
        return running != null;
    }

    private Mono<Duration> turn() {
        return leader.isHere() ? round() : Mono.just(WATCH);
    }

    /** Looks once and mends what it can; ends with the pause until the next look. */
    private Mono<Duration> round() {
        return Mono.when(me.person().onErrorComplete(), secret.get().flatMap(this::reconcile)).thenReturn(PERIOD)
                .doOnNext(_ -> succeeded())
                .onErrorResume(error -> Mono.fromSupplier(() -> failed(error)));
    }

    /** Does every step that can be done, and then fails with the first trouble. */
    private Mono<Void> reconcile(Secret secret) {
        return webex.webhooks().collectList().map(present -> reconciliation.plan(present, secret, this::secretIsSet))
                .flatMapMany(Flux::fromIterable).concatMap(this::trouble).reduce((first, _) -> first)
                .flatMap(Mono::error);
    }

    private Mono<Throwable> trouble(Reconciliation.Step step) {
        return carryOut(step).then(Mono.<Throwable>empty()).onErrorResume(Mono::just);
    }

    private Mono<Void> carryOut(Reconciliation.Step step) {
        return switch (step) {
            case Reconciliation.Step.Create(var wish) -> webex.createWebhook(wish)
                    .doOnSuccess(_ -> log.info("Registered webhook {}", wish.name())).then();
            case Reconciliation.Step.Update(var standing, var wish) -> webex.updateWebhook(standing.id(), wish)
                    .doOnSuccess(_ -> updated(standing)).then();
            case Reconciliation.Step.Delete(var stale) -> webex.deleteWebhook(stale.id())
                    .doOnSuccess(_ -> log.info("Removed stale webhook {}", stale.name()));
        };
    }

    private void updated(Webhook standing) {
        shownWhenSet.put(standing.id(), shown(standing));
        log.info(standing.active() ? "Adopted webhook {}" : "Switched webhook {} on again", standing.name());
    }

    /** Webex may show the secret or hide it, so it is set anew only where what is shown has changed since. */
    private boolean secretIsSet(Webhook hook) {
        return shown(hook).equals(shownWhenSet.get(hook.id()));
    }

    private static String shown(Webhook hook) {
        Secret secret = hook.secret();
        return secret == null ? "" : secret.value();
    }

    private void succeeded() {
        if (lastTrouble != null) {
            log.info("The webhooks are well again");
        }
        failures.set(0);
        lastTrouble = null;
    }

    private Duration failed(Throwable error) {
        String trouble = Troubles.inWords(error);
        if (!Objects.equals(trouble, lastTrouble)) {
            log.warn("The webhooks can't be looked after: {}", trouble);
        }
        lastTrouble = trouble;
        return pause(error, failures.getAndIncrement());
    }

    private static Duration pause(Throwable error, int failures) {
        if (!(error instanceof ApiException failure)) {
            return backOff(failures);
        }
        Duration least = failure.kind() == ApiException.Kind.MISCONFIGURED ? PERIOD : backOff(failures);
        return longer(least, failure.retryAfter().orElse(Duration.ZERO));
    }

    private static Duration backOff(int failures) {
        return FIRST_PAUSE.multipliedBy(Math.min(1L << Math.min(failures, 5), PERIOD.dividedBy(FIRST_PAUSE)));
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) > 0 ? one : other;
    }
}
