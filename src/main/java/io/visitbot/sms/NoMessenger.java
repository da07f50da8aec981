package io.visitbot.sms;

import java.time.Duration;
import java.time.Instant;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import io.visitbot.platform.ApiException;
import io.visitbot.platform.PhoneNumber;
import io.visitbot.visit.PatientMessenger;

/** Stands where no text message can be sent. */
class NoMessenger implements PatientMessenger {

    @Override
    public boolean isConfigured() {
        return false;
    }

    @Override
    public Mono<Handover> send(String id, PhoneNumber to, String body, Duration validity) {
        return Mono.error(() -> ApiException.of(TwilioFailure.API, ApiException.Kind.MISCONFIGURED).notProcessed()
                .build());
    }

    @Override
    public Flux<Handover> find(PhoneNumber to, String body, Instant since) {
        return Flux.empty();
    }

    @Override
    public Mono<Handover> look(String providerId) {
        return Mono.empty();
    }
}
