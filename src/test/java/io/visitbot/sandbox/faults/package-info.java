@NullMarked
package io.visitbot.sandbox.faults;

import org.jspecify.annotations.NullMarked;
