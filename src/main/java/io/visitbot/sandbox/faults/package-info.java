/** Trouble on demand, and the log of what came in. */
@NullMarked
package io.visitbot.sandbox.faults;

import org.jspecify.annotations.NullMarked;
