package io.visitbot.bot;

import org.jspecify.annotations.Nullable;

/**
 * Where something was said, and where the answer belongs.
 *
 * @param space the space's id
 * @param thread the id of the thread's root message, null outside threads
 * @param direct whether the space is 1:1 with the bot
 */
public record Spot(String space, @Nullable String thread, boolean direct) {
}
