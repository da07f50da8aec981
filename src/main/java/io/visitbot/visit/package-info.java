/**
 * The heart: visits, their states and use cases, the ports they need and the durable jobs that carry them on. Knows
 * nothing of HTTP, of Webex or of a database.
 */
@ApplicationModule(allowedDependencies = "platform")
@NullMarked
package io.visitbot.visit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
