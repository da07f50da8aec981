package io.visitbot.visit;

import reactor.core.publisher.Mono;

/**
 * Keeps who looked at what. What changes a visit is kept by whoever keeps the change, in the same step; this is for what
 * changes nothing.
 */
public interface AuditTrail {

    /** Completes once it is kept; an act whose key is known is kept already. */
    Mono<Void> record(Act act);
}
