@NullMarked
package io.visitbot.sandbox.webex;

import org.jspecify.annotations.NullMarked;
