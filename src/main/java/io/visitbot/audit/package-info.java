/**
 * The record of who did what to which visit: what its entries say, how they are chained so that a gap or an edit shows, and
 * how they leave as CSV or JSON.
 */
@ApplicationModule(allowedDependencies = {"visit", "platform"})
@NullMarked
package io.visitbot.audit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
