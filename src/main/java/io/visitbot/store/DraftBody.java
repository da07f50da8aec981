package io.visitbot.store;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

import io.visitbot.store.VisitBody.PhoneBody;
import io.visitbot.store.VisitBody.PlaceBody;
import io.visitbot.store.VisitBody.RequesterBody;
import io.visitbot.visit.Draft;

/** A draft as it stands on disk; where its form stands in the chat has a column of its own. */
record DraftBody(String nonce, String subject, PlaceBody place, RequesterBody requester, String label,
        Instant createdAt, @Nullable PhoneBody phone) {

    static DraftBody of(Draft draft) {
        return new DraftBody(draft.nonce(), draft.subject(), PlaceBody.of(draft.place()),
                RequesterBody.of(draft.requester()), draft.label(), draft.createdAt(),
                PhoneBody.ofNullable(draft.phone()));
    }

    Draft draft(@Nullable String message) {
        return new Draft(nonce, subject, place.place(), requester.requester(), label, createdAt, message,
                phone == null ? null : phone.number());
    }
}
