package io.visitbot.bot;

import java.time.Instant;

/**
 * Something said to the bot, by somebody who may.
 *
 * @param origin the event's id: the same again is the same request
 * @param line what was said, without the mention
 * @param at when it came, which may be long before it is worked on
 */
public record Request(String origin, Spot spot, Speaker speaker, CommandLine line, Instant at) {
}
