/** The whole program from the outside: the packaged jar, a real browser, real HTTP. */
@NullMarked
package io.visitbot.end2end;

import org.jspecify.annotations.NullMarked;
