/** Webex Instant Connect: encrypted links into a temporary space, with its SIP address where one can be found. */
@NamedInterface("instantconnect")
@NullMarked
package io.visitbot.meeting.instantconnect;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
