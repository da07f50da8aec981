package io.visitbot.bot;

/**
 * Something said to the bot, by somebody who may.
 *
 * @param origin the event's id: the same again is the same request
 * @param line what was said, without the mention
 */
public record Request(String origin, Spot spot, Speaker speaker, CommandLine line) {
}
