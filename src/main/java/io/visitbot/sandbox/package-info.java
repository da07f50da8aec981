/**
 * A pretend Webex, Instant Connect and Twilio, room devices and phones, over real HTTP on loopback: profiles
 * {@code sandbox} (with the bot) and {@code sandbox-servers} (alone).
 */
@ApplicationModule(allowedDependencies = "platform")
@NullMarked
package io.visitbot.sandbox;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
