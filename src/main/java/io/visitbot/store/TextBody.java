package io.visitbot.store;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

import io.visitbot.store.VisitBody.PhoneBody;
import io.visitbot.visit.Text;
import io.visitbot.visit.TextStatus;

/** A text message as it stands on disk. */
record TextBody(String id, String visit, PhoneBody to, String purpose, int round, String body, String status,
        @Nullable String providerId, int errorCode, Instant plannedAt, Instant changedAt,
        @Nullable Instant again) {

    static TextBody of(Text text) {
        return new TextBody(text.id(), text.visit(), PhoneBody.of(text.to()), text.purpose().name(), text.round(),
                text.body(), text.status().name(), text.providerId(), text.errorCode(), text.plannedAt(),
                text.changedAt(), text.again());
    }

    Text text() {
        return new Text(id, visit, to.number(), Text.Purpose.valueOf(purpose), round, body, TextStatus.valueOf(status),
                providerId, errorCode, plannedAt, changedAt, again);
    }

    @Override
    public String toString() {
        return text().toString();
    }
}
