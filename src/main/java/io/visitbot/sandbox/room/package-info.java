/** The room devices: they ring, answer and dial. */
@NullMarked
package io.visitbot.sandbox.room;

import org.jspecify.annotations.NullMarked;
