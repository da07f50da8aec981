package io.visitbot.visit;

import org.jspecify.annotations.Nullable;

/**
 * Where a visit was asked for, in words that only the chat understands.
 *
 * @param space the space's id
 * @param thread the id of the thread's root message, null where the request began a thread of its own
 * @param direct whether the space is 1:1 with the requester
 */
public record Place(String space, @Nullable String thread, boolean direct) {
}
