/** The pretend Twilio: text messages, their statuses, replies, and the phones that show them. */
@NullMarked
package io.visitbot.sandbox.twilio;

import org.jspecify.annotations.NullMarked;
