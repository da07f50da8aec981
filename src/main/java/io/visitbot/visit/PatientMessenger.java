package io.visitbot.visit;

import java.time.Duration;
import java.time.Instant;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import io.visitbot.platform.PhoneNumber;

/** Sends text messages to patients. The service has no way to recognise a repeated request, so nothing here repeats one. */
public interface PatientMessenger {

    boolean isConfigured();

    /**
     * Hands a message over; {@code id} is ours, and comes back with the service's reports. Errors: {@link io.visitbot.platform.ApiException}, whose
     * {@code mayHaveBeenProcessed} tells whether the message may be on its way all the same.
     */
    Mono<Handover> send(String id, PhoneNumber to, String body, Duration validity);

    /** Looks for messages that may have been taken: the same recipient and words, not older than {@code since}. Empty: not there. */
    Flux<Handover> find(PhoneNumber to, String body, Instant since);

    /** The present state of a message that was taken. */
    Mono<Handover> look(String providerId);

    /** How a message stands at the service. */
    record Handover(String providerId, TextStatus status, int errorCode) {
    }
}
