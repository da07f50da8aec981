/** Measurements of the packaged program from the outside; none of them is a test. */
@NullMarked
package io.visitbot.benchmark;

import org.jspecify.annotations.NullMarked;
