package io.visitbot.meeting.instantconnect;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import io.visitbot.platform.Secret;

/** What is asked of Webex about a temporary space, with the token that the space came with or with another. */
interface SpaceCalls {

    /** Errors where this token is not told; empty addresses are nulls. */
    Mono<Dialing> meetingInfo(String space, Secret token);

    /** Begins a meeting in the space, or finds the one that is on, for its SIP address. */
    Mono<Dialing> meeting(String space, Secret token);

    /** Errors with status 409 where the person is in already. */
    Mono<Void> addMember(String space, String email, Secret token);

    /** How to dial in, as far as it is known. */
    record Dialing(@Nullable String sipAddress, @Nullable String meetingNumber) {
        static final Dialing UNKNOWN = new Dialing(null, null);

        Dialing or(Dialing other) {
            return new Dialing(sipAddress == null ? other.sipAddress : sipAddress,
                    meetingNumber == null ? other.meetingNumber : meetingNumber);
        }
    }
}
