@NullMarked
package io.visitbot.sandbox;

import org.jspecify.annotations.NullMarked;
