/**
 * Mail that other services ask for. A request is stored first and sent after the commit, so that
 * nothing is lost; a mail goes out twice only when this process dies, or loses its database,
 * between the mail server's "250 ok" and the note of it. Both mails then have the same {@code
 * Message-ID}.
 */
@NullMarked
package dev.latchkey.notification.mail;

import org.jspecify.annotations.NullMarked;
