/** The engines that make a visit's room, each in a package of its own behind {@link io.visitbot.visit.MeetingEngine}. */
@ApplicationModule(allowedDependencies = {"visit", "webex", "platform"})
@NullMarked
package io.visitbot.meeting;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
