/** Adaptive Cards as typed values in, JSON out, and what people enter into them; no I/O. */
@ApplicationModule(allowedDependencies = "platform")
@NullMarked
package io.visitbot.cards;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
