/**
 * The cascade that follows a change of the second factor: auth-service ends the other sessions and
 * replaces the API key. It hears of the change by the event; this service waits a moment for the
 * word that it is done, and else asks directly, so that a slow or broken Kafka delays nothing.
 */
@NullMarked
package dev.latchkey.mfa.cascade;

import org.jspecify.annotations.NullMarked;
