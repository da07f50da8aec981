/** The conversation: takes what people wrote apart, routes it to a command, replies, explains failures. */
@ApplicationModule(allowedDependencies = {"webhook", "webex", "cards", "platform"})
@NullMarked
package io.visitbot.bot;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
