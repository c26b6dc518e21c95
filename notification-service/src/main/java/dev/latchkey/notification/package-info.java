/**
 * Tells people: mail that other services ask for, and the security log of an account. Start reading
 * at {@code delivery.Dispatch} and {@code securitylog.Recording}.
 */
@NullMarked
package dev.latchkey.notification;

import org.jspecify.annotations.NullMarked;
