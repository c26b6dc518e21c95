/** An SMTP server that keeps every mail as a file and sends none. */
@NullMarked
package dev.latchkey.local.infra.mail;

import org.jspecify.annotations.NullMarked;
