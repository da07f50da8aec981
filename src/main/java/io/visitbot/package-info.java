/**
 * The program: puts the packages below together and starts them. {@code docs/architecture.md} shows the data's way.
 */
@NullMarked
package io.visitbot;

import org.jspecify.annotations.NullMarked;
