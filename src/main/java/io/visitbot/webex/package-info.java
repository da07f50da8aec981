/**
 * The Webex REST API as verbs on typed values: messages, cards, attachment actions, people, rooms, memberships, webhooks.
 * Only this package knows its addresses and its JSON.
 */
@ApplicationModule(allowedDependencies = {"platform"})
@NullMarked
package io.visitbot.webex;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
