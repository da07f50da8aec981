/**
 * The front door of mode {@code open}: takes raw bytes, checks the signature, hands the event over to be kept, answers
 * quickly; registers and heals the bot's webhooks.
 */
@ApplicationModule(allowedDependencies = {"webex", "platform"})
@NullMarked
package io.visitbot.webhook;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
