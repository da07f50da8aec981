/** What the pretend services share: what changed, what was called, and the way out to the bot. */
@NullMarked
package io.visitbot.sandbox.journal;

import org.jspecify.annotations.NullMarked;
