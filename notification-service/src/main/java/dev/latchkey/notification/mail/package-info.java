/** The courier that goes by mail: finds the words and the addresses, and speaks SMTP. */
@NullMarked
package dev.latchkey.notification.mail;

import org.jspecify.annotations.NullMarked;
