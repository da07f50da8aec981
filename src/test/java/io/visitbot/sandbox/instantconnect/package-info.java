@NullMarked
package io.visitbot.sandbox.instantconnect;

import org.jspecify.annotations.NullMarked;
