/**
 * Persistence and durable work behind the ports of {@code visit} and {@code webhook}: the inbox with its one writer, visits
 * and what belongs to them, jobs. Blocks on its own threads only.
 */
@ApplicationModule(allowedDependencies = {"audit", "visit", "webhook", "platform"})
@NullMarked
package io.visitbot.store;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
