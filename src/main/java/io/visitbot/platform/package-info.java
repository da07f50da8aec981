/**
 * What every part needs and that knows nothing of visits: settings, secrets, ids, phone numbers, checks, calls to outside
 * services and their errors. A closed list.
 */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package io.visitbot.platform;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
