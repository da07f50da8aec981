/**
 * Tells a visit's thread what happened since: shows the result, the waiting line and how a text message stands, once each,
 * and brings them up to date within what Webex allows.
 */
@ApplicationModule(allowedDependencies = {"bot", "visit", "cards", "webex", "platform"})
@NullMarked
package io.visitbot.notice;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
