/** Mails that this service needs sent: it asks, notification-service words and sends them. */
@NullMarked
package dev.latchkey.auth.mail;

import org.jspecify.annotations.NullMarked;
