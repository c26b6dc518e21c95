/** The words of the mails. */
@NullMarked
package dev.latchkey.notification.letter;

import org.jspecify.annotations.NullMarked;
