/** The pretend Instant Connect: sealed links, the visits' spaces, and the pages that host and guest open. */
@NullMarked
package io.visitbot.sandbox.instantconnect;

import org.jspecify.annotations.NullMarked;
