package io.visitbot.sms;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Callable;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeoutException;

import com.twilio.exception.TwilioException;
import com.twilio.http.TwilioRestClient;
import com.twilio.rest.api.v2010.account.Message;
import com.twilio.rest.api.v2010.account.MessageCreator;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

import io.visitbot.platform.ApiException;
import io.visitbot.platform.ApiException.Kind;
import io.visitbot.platform.Gate;
import io.visitbot.platform.PhoneNumber;
import io.visitbot.visit.PatientMessenger;
import io.visitbot.visit.TextStatus;

/** Sends text messages through Twilio's SDK, which blocks and so has threads of its own. Every request is made once. */
class TwilioMessenger implements PatientMessenger {

    static final String STATUS_PATH = "/webhooks/twilio/status";

    private static final Duration SKEW = Duration.ofMinutes(1);
    private static final Duration AT_THE_GATE = Duration.ofSeconds(5);
    private static final long PAGE = 50;
    private static final long LEAST_VALIDITY = 60;
    private static final long MOST_VALIDITY = 36_000;

    private final TwilioRestClient client;
    private final SmsSettings.Twilio account;
    private final @Nullable String publicUrl;
    private final Gate gate;
    private final Scheduler blocking;
    private final Scheduler timer;
    private final Duration patience;

    /** @param patience how long a call is waited for altogether */
    TwilioMessenger(TwilioRestClient client, SmsSettings.Twilio account, @Nullable String publicUrl, Gate gate,
            Scheduler blocking, Scheduler timer, Duration patience) {
        this.client = client;
        this.account = account;
        this.publicUrl = publicUrl;
        this.gate = gate;
        this.blocking = blocking;
        this.timer = timer;
        this.patience = patience;
        gate.probedBy(Mono.defer(this::probe));
    }

    @Override
    public boolean isConfigured() {
        return true;
    }

    @Override
    public Mono<Handover> send(String id, PhoneNumber to, String body, Duration validity) {
        return call(() -> handover(creator(id, to, body, validity).create(client)))
                .onErrorResume(TwilioMessenger::isDefinite, error -> Mono.just(refused((ApiException) error)));
    }

    /** A trial account puts words of its own in front, so that the end is compared. */
    @Override
    public Flux<Handover> find(PhoneNumber to, String body, Instant since) {
        Instant earliest = since.minus(SKEW);
        return call(() -> Message.reader(account.accountSid()).setTo(to.e164()).setPageSize(PAGE).firstPage(client)
                .getRecords())
                .flatMapMany(Flux::fromIterable)
                .filter(message -> message.getBody() != null && message.getBody().endsWith(body))
                .filter(message -> message.getDateCreated() != null
                        && !message.getDateCreated().toInstant().isBefore(earliest))
                .map(TwilioMessenger::handover);
    }

    @Override
    public Mono<Handover> look(String providerId) {
        return call(() -> handover(Message.fetcher(account.accountSid(), providerId).fetch(client)))
                .onErrorResume(ApiException.is(Kind.GONE), gone -> Mono.empty());
    }

    /** Whether Twilio refuses the token, as far as the last call told. */
    boolean isTokenRefused() {
        return gate.isTokenRefused();
    }

    /** Completes where the account can be used. */
    Mono<Void> probe() {
        return call(() -> Message.reader(account.accountSid()).setPageSize(1L).firstPage(client)).then();
    }

    private MessageCreator creator(String id, PhoneNumber to, String body, Duration validity) {
        com.twilio.type.PhoneNumber recipient = new com.twilio.type.PhoneNumber(to.e164());
        MessageCreator creator = Message.creator(account.accountSid(), recipient, account.messagingServiceSid(), body)
                .setValidityPeriod((int) Math.clamp(validity.toSeconds(), LEAST_VALIDITY, MOST_VALIDITY))
                .setSmartEncoded(false);
        if (account.from() != null) {
            creator.setFrom(account.from());
        }
        return publicUrl == null
                ? creator
                : creator.setStatusCallback(publicUrl + STATUS_PATH + "?" + TextReference.query(id));
    }

    private <T> Mono<T> call(Callable<T> request) {
        return gate.pass(AT_THE_GATE, Mono.fromCallable(request).subscribeOn(blocking).timeout(patience, timer)
                .onErrorMap(TwilioMessenger::classified));
    }

    /** The SDK reads an answer that lacks its list as if it were there. */
    private static Throwable classified(Throwable error) {
        return switch (error) {
            case TimeoutException late -> TwilioFailure.unanswered(late);
            case RejectedExecutionException busy ->
                ApiException.of(TwilioFailure.API, Kind.UNAVAILABLE).notProcessed().build(busy);
            case TwilioException _,NullPointerException _ ->
                ApiException.of(TwilioFailure.API, Kind.UNREADABLE).build();
            default -> error;
        };
    }

    private static boolean isDefinite(Throwable error) {
        return error instanceof ApiException failure && failure.kind() == Kind.REFUSED && !failure.reason().isEmpty();
    }

    private static Handover refused(ApiException failure) {
        return new Handover("", TextStatus.FAILED, Integer.parseInt(failure.reason()));
    }

    /** What was taken and has no id can't be followed: the list of messages has to tell. */
    private static Handover handover(Message message) {
        if (message.getSid() == null) {
            throw ApiException.of(TwilioFailure.API, Kind.UNREADABLE).build();
        }
        Message.Status status = message.getStatus();
        Integer code = message.getErrorCode();
        return new Handover(message.getSid(),
                status == null ? TextStatus.QUEUED : TwilioStatus.of(status.toString()).orElse(TextStatus.QUEUED),
                code == null ? 0 : code);
    }
}
