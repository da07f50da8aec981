package io.visitbot.visit;

import java.time.ZoneId;

import org.jspecify.annotations.Nullable;

/**
 * Who asked for a visit.
 *
 * @param person the chat's id of the person
 * @param email the person's address
 * @param zone where the person's clock stands, null where the chat doesn't know
 */
public record Requester(String person, String email, @Nullable ZoneId zone) {
}
