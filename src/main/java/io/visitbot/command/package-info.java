/** What staff can say: one class for each command. */
@ApplicationModule(allowedDependencies = {"bot", "audit", "visit", "cards", "webex", "platform"})
@NullMarked
package io.visitbot.command;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
