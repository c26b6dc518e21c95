/**
 * The cascade that follows a change of the second factor: auth-service ends the other sessions and
 * replaces the API key. It is called at once, so that a slow or broken Kafka delays nothing; it
 * hears of the change by the event, too, so that a call that is lost loses nothing (ADR 12).
 */
@NullMarked
package dev.latchkey.mfa.cascade;

import org.jspecify.annotations.NullMarked;
