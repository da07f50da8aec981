package io.visitbot.sandbox.journal;

import java.util.function.Supplier;

/**
 * One part of what the page sees: each pretend service contributes its own.
 *
 * @param name its name in the page's state
 * @param view what stands there
 * @param reset puts it back to the beginning
 */
public record Section(String name, Supplier<Object> view, Runnable reset) {
}
