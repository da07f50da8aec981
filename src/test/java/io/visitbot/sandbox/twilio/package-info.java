@NullMarked
package io.visitbot.sandbox.twilio;

import org.jspecify.annotations.NullMarked;
