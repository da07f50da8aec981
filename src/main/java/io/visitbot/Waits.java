package io.visitbot;

import java.time.Duration;

/**
 * How long the server waits for whoever is at the other end.
 *
 * @param firstHead for the head of a new connection's first request
 * @param nextHead for that of a kept one's next, which includes its idle time
 * @param request for the rest of a request after its head
 * @param answer for what was answered to be read; whole seconds
 */
record Waits(Duration firstHead, Duration nextHead, Duration request, Duration answer) {
}
