/** The pretend Webex: people, spaces, messages, cards and webhooks at the real paths under /v1. */
@NullMarked
package io.visitbot.sandbox.webex;

import org.jspecify.annotations.NullMarked;
