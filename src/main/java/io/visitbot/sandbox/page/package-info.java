/** The page's own interface: state, live changes and what a person can do, under /sandbox. */
@NullMarked
package io.visitbot.sandbox.page;

import org.jspecify.annotations.NullMarked;
