/** Text messages to patients through Twilio: their words, their sending, and what is reported of them. */
@ApplicationModule(allowedDependencies = {"visit", "platform"})
@NullMarked
package io.visitbot.sms;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
