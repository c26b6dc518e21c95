/**
 * Twilio, as far as we use it: accounts from the configuration, requests over the SDK on threads of
 * their own, and plain answers instead of exceptions.
 */
@NullMarked
package dev.latchkey.notification.twilio;

import org.jspecify.annotations.NullMarked;
