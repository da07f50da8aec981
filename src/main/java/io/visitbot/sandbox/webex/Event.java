package io.visitbot.sandbox.webex;

import java.util.Map;
import java.util.function.Predicate;

/**
 * Something a webhook may tell of.
 *
 * @param data what stands in the envelope's {@code data}
 * @param seenBy who may learn of it
 */
record Event(String resource, String name, String actorId, Map<String, Object> data, Predicate<Person> seenBy) {
}
